import { NotFoundError } from '@backstage/errors';
import {
  deploymentOf,
  incidentOf,
  iso,
  NOON,
} from '../../__testUtils__/summaries';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createHealthWorld, serviceOf } from '../__testUtils__/healthWorld';
import { impactSources } from '../__testUtils__/impactSources';

const databases = createTestDatabases();
const LIVE = NOON - 3_600_000;
const cannotTell = (reason: string) => ({ state: 'cannot-tell', reason });

async function setUp(options: Parameters<typeof impactSources>[0] = {}) {
  const { sources, tokens } = impactSources(options);
  const world = await createHealthWorld({
    databases,
    id: 'SQLITE_3',
    services: [serviceOf({ name: 'checkout' })],
    sources,
  });
  await world.sync.sync();
  return {
    ...world,
    sources,
    tokens,
    impact: (id = 'd-bad') => world.health.getImpact(id, world.caller),
  };
}

function refused(statusCode: number): Error {
  return Object.assign(new Error('no'), { statusCode });
}

describe('getImpact', () => {
  it('tells what a bad release did, from live until it was replaced', async () => {
    const { impact, tokens, createEvent, event } = await setUp({
      incidents: [
        incidentOf({
          name: 'checkout',
          startedAt: iso(LIVE + 240_000),
          cause: {
            deploymentId: 'd-bad',
            confidence: 1,
            rule: 'incident-in-window',
          },
        }),
        incidentOf({
          name: 'checkout',
          id: 'other',
          startedAt: iso(LIVE + 300_000),
        }),
      ],
    });
    const told = await impact();
    expect(told).toMatchObject({
      deployment: {
        id: 'd-bad',
        version: 'v2.31.0',
        changes: 1,
        previous: { id: 'd-old', version: 'v2.30.2' },
        next: { id: 'd-back', type: 'rollback' },
        liveSeconds: 1_200,
      },
      verdict: { name: 'failed' },
      incidents: [{ id: 'i-checkout', label: 'INC-482' }],
      spans: {
        before: { from: iso(LIVE - 1_800_000), to: iso(LIVE) },
        after: {
          from: iso(LIVE),
          to: iso(LIVE + 1_200_000),
          endedBy: 'replaced',
        },
      },
      errorRate: {
        state: 'worse',
        displayName: 'Availability',
        change: {
          before: { bad: 6, total: 6_000 },
          after: { bad: 1_520, total: 4_000 },
          difference: expect.closeTo(0.379, 9),
        },
        burned: expect.closeTo(0.152, 9),
      },
      latency: { state: 'no-clear-change', displayName: 'Latency' },
      unitCost: cannotTell('not-billed'),
      computedAt: iso(NOON),
    });
    expect(told.budget).toEqual(told.errorRate);
    // those on deployments and incidents do not speak of a deployment
    expect(told.objectives.map(({ ref }) => ref)).toEqual([
      'slo:default/checkout-availability',
      'slo:default/slow-availability',
    ]);
    const { errorRate } = told;
    const { low, high } =
      errorRate.state === 'cannot-tell'
        ? { low: 0, high: 1 }
        : errorRate.change.interval;
    expect(low).toBeGreaterThan(0.36);
    expect(high).toBeLessThan(0.4);

    // each plugin is asked with a token of the caller's
    expect(new Set(tokens).size).toBe(3);
    expect(tokens.every(token => token.includes('user:default/mock'))).toBe(
      true,
    );
    expect(createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'deployment-impact-read',
        meta: { deploymentId: 'd-bad' },
      }),
    );
    expect(event.success).toHaveBeenCalled();
  });

  it('takes the cost of a request from the bill', async () => {
    const { impact } = await setUp({
      costs: [
        {
          deploymentId: 'd-bad',
          finishedAt: iso(LIVE),
          unit: 'requests',
          per: 1_000_000,
          state: 'changed',
          before: '21.74',
          after: '23.37',
          change: { ratio: 0.075, low: 0.05, high: 0.1 },
          pairs: 14,
        },
      ],
    });
    expect((await impact()).unitCost).toMatchObject({
      state: 'worse',
      before: '21.74',
      after: '23.37',
    });
  });

  it('tells what a canary did until it was taken back', async () => {
    const { impact } = await setUp({
      deployments: [
        deploymentOf({
          name: 'checkout',
          id: 'd-old',
          startedAt: iso(LIVE - 86_400_000),
          finishedAt: iso(LIVE - 86_400_000),
        }),
        deploymentOf({
          name: 'checkout',
          id: 'd-bad',
          state: 'aborted',
          startedAt: iso(LIVE),
          finishedAt: iso(LIVE + 1_200_000),
          recoveredAt: iso(LIVE + 1_200_000),
        }),
        deploymentOf({
          name: 'checkout',
          id: 'd-next',
          startedAt: iso(LIVE + 2_400_000),
          finishedAt: iso(LIVE + 2_500_000),
        }),
      ],
    });
    const told = await impact();
    expect(told).toMatchObject({
      deployment: { previous: { id: 'd-old' } },
      spans: {
        before: { from: iso(LIVE - 1_800_000), to: iso(LIVE) },
        after: {
          from: iso(LIVE),
          to: iso(LIVE + 1_200_000),
          endedBy: 'stopped',
        },
      },
      errorRate: { state: 'worse', burned: expect.closeTo(0.152, 9) },
      unitCost: cannotTell('not-live'),
    });
    // the version before took its place, and it was never live
    expect(told.deployment).not.toHaveProperty('next');
    expect(told.deployment).not.toHaveProperty('liveSeconds');
  });

  it('lets no stopped canary take the place of what is live', async () => {
    const canary = (id: string, startedAt: number) =>
      deploymentOf({
        name: 'checkout',
        id,
        state: 'aborted',
        startedAt: iso(startedAt),
        finishedAt: iso(startedAt + 300_000),
      });
    const { impact } = await setUp({
      deployments: [
        deploymentOf({
          name: 'checkout',
          id: 'd-old',
          startedAt: iso(LIVE - 86_400_000),
          finishedAt: iso(LIVE - 86_400_000),
        }),
        canary('d-canary-before', LIVE - 1_500_000),
        deploymentOf({
          name: 'checkout',
          id: 'd-bad',
          startedAt: iso(LIVE - 60_000),
          finishedAt: iso(LIVE),
        }),
        canary('d-canary-after', LIVE + 600_000),
        deploymentOf({
          name: 'checkout',
          id: 'd-next',
          startedAt: iso(LIVE + 1_140_000),
          finishedAt: iso(LIVE + 1_200_000),
        }),
      ],
    });
    expect(await impact()).toMatchObject({
      deployment: {
        previous: { id: 'd-old' },
        next: { id: 'd-next' },
        liveSeconds: 1_200,
      },
      spans: {
        // what the canary did is no part of how it was before
        before: { from: iso(LIVE - 1_200_000) },
        after: { to: iso(LIVE + 1_200_000), endedBy: 'replaced' },
      },
    });
  });

  it('says of each part why it cannot be told', async () => {
    const one = deploymentOf({ name: 'checkout', id: 'd-bad' });
    const of = async (more: object) => {
      const world = await setUp({ deployments: [{ ...one, ...more }] });
      return world.impact();
    };
    const staging = await of({ environment: 'staging', production: false });
    expect(staging).toMatchObject({
      budget: cannotTell('not-production'),
      unitCost: cannotTell('not-production'),
    });
    expect(staging).not.toHaveProperty('spans');
    expect(await of({ finishedAt: undefined })).toMatchObject({
      errorRate: cannotTell('not-live'),
      unitCost: cannotTell('not-live'),
    });
    expect(
      await of({ startedAt: iso(NOON), finishedAt: iso(NOON - 1_000) }),
    ).toMatchObject({ latency: cannotTell('too-soon') });
  });

  it('goes on without a plugin that refuses or is not there', async () => {
    const { impact, sources } = await setUp();
    sources.slo.listObjectives = async () => Promise.reject(refused(403));
    sources.cost.listDeploymentCosts = async () => Promise.reject(refused(404));
    expect(await impact()).toMatchObject({
      verdict: { name: 'failed' },
      budget: cannotTell('not-permitted'),
      errorRate: cannotTell('not-permitted'),
      unitCost: cannotTell('not-installed'),
      objectives: [],
    });
    sources.slo.listObjectives = async () => Promise.reject(new Error('down'));
    expect((await impact()).budget).toEqual(cannotTell('not-answering'));
  });

  it('does not tell what is out of sight from what is not there', async () => {
    const { impact, policy, event } = await setUp({
      deployments: [
        deploymentOf({ name: 'elsewhere', id: 'd-elsewhere' }),
        deploymentOf({ name: 'checkout', id: 'd-bad' }),
      ],
    });
    for (const id of ['d-elsewhere', 'none']) {
      await expect(impact(id)).rejects.toThrow(
        new NotFoundError(
          `There is no deployment '${id}', or you may not see it`,
        ),
      );
    }
    policy['service-health.read'] = {
      result: 'CONDITIONAL' as never,
      pluginId: 'service-health',
      resourceType: 'service-health-service',
      conditions: {
        rule: 'IS_SERVICE_OWNER',
        resourceType: 'service-health-service',
        params: { claims: ['group:default/others'] },
      },
    };
    await expect(impact()).rejects.toThrow("There is no deployment 'd-bad'");
    expect(event.fail).toHaveBeenCalledTimes(3);
  });
});
