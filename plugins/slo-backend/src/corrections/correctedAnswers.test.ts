import { decideGate, DEFAULT_GATE_POLICY } from '@plimsoll/plugin-slo-common';
import { toActionStatus } from '../actions/toActionStatus';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { catalogObjective } from '../service/__testUtils__/catalogObjective';
import {
  createServiceWorld,
  NOON,
} from '../service/__testUtils__/serviceWorld';
import { getObjective } from '../service/detail/getObjective';
import { getRollup } from '../service/rollup/getRollup';
import { correctionsOf } from './__testUtils__/correctionsOf';

const databases = createTestDatabases();
const HOUR = 3_600;
const DAY = 86_400;
const CART = 'component:default/cart';
const scope = { kind: 'all' as const };
const key = { ref: 'slo:default/cart', objective: 'requests-served' };
const OUTAGE = { from: NOON - 3 * DAY, to: NOON - 3 * DAY + 6 * HOUR };

async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createServiceWorld({
    databases,
    id,
    services: ['cart', 'pay'].map(name => ({
      entityRef: `component:default/${name}`,
      kind: 'component',
      owners: [],
      system: 'system:default/shop',
    })),
    objectives: ['cart', 'pay'].map(name =>
      catalogObjective({
        ...key,
        ref: `slo:default/${name}`,
        entityRef: `component:default/${name}`,
        target: 0.99,
      }),
    ),
  });
  world.source.series = at => ({
    bad: at >= OUTAGE.from && at < OUTAGE.to ? 1 : 0,
    total: 1,
  });
  await world.measure();
  return {
    ...world,
    ...correctionsOf(world),
    get: () => getObjective({ context: world.context, scope, key }),
    sums: async () =>
      (
        await getRollup({
          context: world.context,
          scope,
          request: { entityRef: 'system:default/shop' },
        })
      ).sums,
  };
}

describe('answers about what is corrected', () => {
  it.each(databases.ids)(
    'have sums of several services with what was measured beside them, %p',
    async id => {
      const world = await setUp(id);
      const [raw] = await world.sums();
      expect(raw.bad).toBeCloseTo(2 * 6 * HOUR);
      expect(raw.corrected).toBeUndefined();

      const { id: number } = await world.exclude(OUTAGE, { entityRef: CART });
      await world.tick(0);
      const [sum] = await world.sums();
      expect(sum).toMatchObject({
        objectives: 2,
        bad: expect.closeTo(6 * HOUR),
        corrected: {
          objectives: 1,
          bad: raw.bad,
          total: raw.total,
          sli: raw.sli,
        },
      });

      const { corrections, ada } = world;
      await corrections.undo(number, { reason: 'It was us after all' }, ada);
      await world.tick(0);
      expect(await world.sums()).toEqual([raw]);
    },
  );

  it('have both figures for gates and models', async () => {
    const world = await setUp('SQLITE_3');
    const remaining = (await world.get()).budget.remaining ?? NaN;
    expect(toActionStatus(await world.get()).corrections).toBeUndefined();
    await world.exclude(OUTAGE, { entityRef: CART });
    await world.tick(0);
    const status = await world.get();
    expect(toActionStatus(status)).toMatchObject({
      budgetRemaining: 1,
      corrections: {
        count: 1,
        excludedSeconds: 6 * HOUR,
        budgetRemaining: remaining,
      },
    });
    const { verdict, reasons } = decideGate({
      objectives: [status],
      policy: DEFAULT_GATE_POLICY,
      now: world.clock.seconds,
    });
    expect(verdict).toBe('allow');
    expect(reasons[0]).toMatchObject({
      message: expect.stringMatching(
        /time is excluded by 1 correction; .* is left as measured$/,
      ),
      corrections: { count: 1, rawRemaining: remaining },
    });
  });
});
