import { DEFAULT_FACT_RULES, factsOf } from '@plimsoll/plugin-stability-common';
import request from 'supertest';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { deploymentStatus } from '../senders/github/__fixtures__/deployments';
import { doorsWorld, SECRET } from './__testUtils__/doorsWorld';
import { githubHeaders } from './__testUtils__/signed';

const CHECKOUT = 'component:default/checkout';

describe('a release that two doors report', () => {
  const databases = createTestDatabases();

  it.each([
    ['prod', ['production']],
    ['Production', ['production']],
    ['live', ['production', 'live']],
  ])(
    'as production and as %s goes to %j',
    async (environment, environments) => {
      const { app, worker, observed } = doorsWorld({
        database: await databases.create('SQLITE_3'),
        services: {
          'shopkart/checkout': [CHECKOUT],
          checkout: [CHECKOUT],
        },
      });
      const github = JSON.stringify(deploymentStatus());
      await request(app)
        .post('/webhooks/github')
        .set(
          githubHeaders({
            secret: SECRET,
            body: github,
            event: 'deployment_status',
            delivery: 'guid-1',
          }),
        )
        .send(github)
        .expect(202);
      await request(app)
        .post('/webhooks/argocd')
        .set({ authorization: `Bearer ${SECRET}` })
        .send(
          JSON.stringify({
            app: 'checkout',
            destination: { namespace: environment, name: 'eu-1' },
            phase: 'Succeeded',
            health: 'Healthy',
            startedAt: '2026-11-20T14:06:00Z',
            finishedAt: '2026-11-20T14:07:10Z',
            images: ['shop/checkout:v2.31.0@sha256:0b31'],
          }),
        )
        .expect(202);
      await worker.drain();

      const { deployments } = factsOf({
        history: {
          entityRef: CHECKOUT,
          observations: await observed(),
          answers: [],
          corrections: [],
        },
        rules: DEFAULT_FACT_RULES,
        now: '2026-11-22T00:00:00Z',
      });

      expect(deployments.map(one => one.environment)).toEqual(environments);
      expect(
        deployments.flatMap(({ targets }) => targets.map(one => one.source)),
      ).toEqual(['github', 'argocd']);
      expect(new Set(deployments.map(({ version }) => version))).toEqual(
        new Set(['v2.31.0']),
      );
    },
  );
});
