import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import stabilityPlugin from '@plimsoll/plugin-stability-backend';
import { fakeCluster } from '../__testUtils__/fakeCluster';
import { describeScripts } from '../__testUtils__/describeScripts';
import { PipelineWorkshop } from '../__testUtils__/pipelineWorkshop';
import { renderService } from '../__testUtils__/renderService';

const REF = 'component:default/gift-cards';
const SENDER = 'token-of-the-pipeline-0123456789';
const READER = 'token-of-a-reader-0123456789';
const MINUTE = 60_000;

interface Page<T> {
  totalItems: number;
  items: T[];
}
interface ShownDeployment {
  id: string;
  version: string;
  environment: string;
  verdict: { name: string };
  remediates?: string;
}

/** A portal that knows the tokens of app-config as a real one does. */
async function startPortal() {
  const { server } = await startTestBackend({
    features: [
      stabilityPlugin,
      authServiceFactory,
      httpAuthServiceFactory,
      permissionsServiceFactory,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'gift-cards' },
            spec: {
              type: 'service',
              owner: 'group:default/loyalty',
              lifecycle: 'experimental',
            },
          },
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost',
            auth: {
              externalAccess: [
                {
                  type: 'static',
                  options: { token: SENDER, subject: 'pipeline-gift-cards' },
                  accessRestrictions: [
                    {
                      plugin: 'stability',
                      permission: 'stability.events.create',
                    },
                  ],
                },
                {
                  type: 'static',
                  options: { token: READER, subject: 'reader' },
                },
              ],
            },
          },
        },
      }),
    ],
  });
  return server;
}

describeScripts('events of a pipeline at the real door of the portal', () => {
  let server: Awaited<ReturnType<typeof startPortal>>;
  let url: string;
  let rendered: string;
  const workshops: PipelineWorkshop[] = [];

  beforeAll(async () => {
    server = await startPortal();
    url = `http://localhost:${server.port()}`;
    ({ folder: rendered } = await renderService({
      stack: 'node',
      pipeline: 'github',
    }));
  });
  afterAll(async () => {
    await server?.stop();
    workshops.forEach(workshop => workshop.remove());
  });

  function workshopAt(startsAt: number): PipelineWorkshop {
    const workshop = PipelineWorkshop.create({ rendered, startsAt });
    workshops.push(workshop);
    return workshop;
  }

  async function ask<T>(
    path: string,
    isReady: (page: Page<T>) => boolean,
  ): Promise<Page<T>> {
    // before the test's own limit ends it, which would not say what was seen
    const deadline = Date.now() + 240_000;
    for (;;) {
      const response = await fetch(`${url}/api/stability${path}`, {
        headers: { authorization: `Bearer ${READER}` },
      });
      const body: Page<T> = await response.json();
      if (response.ok && isReady(body)) {
        return body;
      }
      if (Date.now() > deadline) {
        throw new Error(`${path} still says ${JSON.stringify(body)}`);
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  const env = (run: number, sha: string, token = SENDER) => ({
    PORTAL_API_URL: url,
    PLIMSOLL_TOKEN: token,
    EVENTS_REQUIRED: 'true',
    GITHUB_RUN_ID: String(run),
    GITHUB_SHA: sha.repeat(40),
    IMAGE_DIGEST: `sha256:${sha.repeat(64)}`,
  });

  it('shows a deployment, the one that failed after it, and its rollback', async () => {
    const start = Date.now() - 30 * 60 * MINUTE;
    const good = workshopAt(start);
    fakeCluster({
      workshop: good,
      states: ['rollout.done'],
      released: false,
    });
    const first = env(1, '1');
    const well = [];
    for (const command of [
      'send-event.sh pipelinerun.started',
      'deploy.sh production',
      'wait-for-rollout.sh production',
      'finish-release.sh production',
      'send-event.sh pipelinerun.finished success',
    ]) {
      well.push(await good.run(command, first));
    }
    expect(well.map(({ code, stderr }) => [code, stderr])).toEqual(
      well.map(() => [0, '']),
    );

    const bad = workshopAt(start + 60 * MINUTE);
    fakeCluster({ workshop: bad, states: ['deployment.stuck'] });
    bad.program('helm', helmThatKnows('1'));
    const second = env(2, '2');
    expect(await bad.run('deploy.sh production', second)).toMatchObject({
      code: 0,
    });
    expect(
      await bad.run('wait-for-rollout.sh production', second),
    ).toMatchObject({ code: 1 });
    expect(await bad.run('rollback.sh production', second)).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(
      await bad.run('send-event.sh pipelinerun.finished failure', second),
    ).toMatchObject({ code: 0 });

    const { items } = await ask<ShownDeployment>(
      `/deployments?entityRef=${REF}`,
      body => body.totalItems === 3 && body.items[1].verdict.name === 'failed',
    );
    expect(
      items.map(item => [item.version, item.verdict.name, item.environment]),
    ).toEqual([
      ['111111111111', 'rollback', 'production'],
      ['222222222222', 'failed', 'production'],
      ['111111111111', 'clean', 'production'],
    ]);
    expect(items[0].remediates).toBe(items[1].id);
    const inbox = await ask<{ state: string }>(
      '/inbox',
      body => body.items.length > 0,
    );
    expect(
      inbox.items
        .map(item => item.state)
        .filter((state: string) => !['done', 'ignored'].includes(state)),
    ).toEqual([]);
  });

  it('takes an event once that is sent twice', async () => {
    const workshop = workshopAt(Date.now() - 10 * MINUTE);
    fakeCluster({ workshop, states: ['rollout.done'] });
    const third = env(3, '3');
    await workshop.run('deploy.sh staging', third);
    const again = await workshop.run(
      'send-event.sh service.upgraded staging started',
      third,
    );

    expect(again.code).toBe(0);
    expect(workshop.json('reports/portal.json')).toMatchObject({
      accepted: 0,
      duplicates: 1,
    });
  });

  it('says what is wrong with a key, and fails only where events are required', async () => {
    const workshop = workshopAt(Date.now());
    const unknown = env(4, '4', 'a-token-that-nobody-knows');
    const command = 'send-event.sh pipelinerun.started';

    expect(await workshop.run(command, unknown)).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('does not know this pipeline (401)'),
    });
    expect(
      await workshop.run(command, { ...unknown, EVENTS_REQUIRED: 'false' }),
    ).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('WARNING'),
    });
  });

  it.each([
    ['send-event.sh', "knows no event ''"],
    ['send-event.sh service.exploded', "'service.exploded'"],
    ['send-event.sh pipelinerun.finished fine', 'success|failure|cancel'],
    ['send-event.sh service.deployed production started', 'not deployed'],
  ])('refuses %s', async (command, sentence) => {
    const workshop = workshopAt(Date.now());
    const { code, stderr } = await workshop.run(command, env(5, '5'));

    expect(code).toBeGreaterThanOrEqual(64);
    expect(stderr).toContain(sentence);
  });
});

/** A cluster in which the version of `sha` runs. */
function helmThatKnows(sha: string): string {
  const image = {
    tag: sha.repeat(12),
    digest: `sha256:${sha.repeat(64)}`,
  };
  return [
    'case "$1" in',
    `list) echo '[{"revision":"1"}]' ;;`,
    `get) echo '${JSON.stringify({ image })}' ;;`,
    'rollback) touch cluster/rolled ;;',
    'esac',
  ].join('\n');
}
