import type { Budgeting } from '@plimsoll/plugin-slo-common';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { catalogObjective } from '../service/__testUtils__/catalogObjective';
import {
  createServiceWorld,
  NOON,
} from '../service/__testUtils__/serviceWorld';
import { getObjective } from '../service/detail/getObjective';
import { explainObjective } from '../service/explain/explainObjective';
import { getHistory } from '../service/history/getHistory';
import { LedgerTrials } from '../simulate/LedgerTrials';
import { correctionsOf } from './__testUtils__/correctionsOf';

const databases = createTestDatabases();
const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const CART = 'component:default/cart';
const scope = { kind: 'all' as const };
const iso = (at: number) => new Date(at * 1000).toISOString();
/** Of yesterday. */
const at = (hour: number, minute: number) =>
  NOON - 36 * HOUR + hour * HOUR + minute * MINUTE;

/** The outage of half an hour that the bad slices are judged by. */
const OUTAGE = { from: at(10, 15), to: at(10, 45) };

const key = (name: string) => ({
  ref: `slo:default/${name}`,
  objective: 'requests-served',
});
const sliced = (name: string, sliceSeconds: number) => {
  const budgeting: Budgeting = {
    method: 'timeslices',
    sliceSeconds,
    sliceTarget: 0.9,
  };
  return catalogObjective({
    ...key(name),
    entityRef: CART,
    target: 0.9,
    unit: 'slices',
    budgeting,
    window: { kind: 'rolling', duration: { value: 2, unit: 'd' } },
  });
};

async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createServiceWorld({
    databases,
    id,
    services: [{ entityRef: CART, kind: 'component', owners: [] }],
    objectives: [sliced('hours', HOUR), sliced('tens', 10 * MINUTE)],
  });
  // as sources fold them: a slice stands in the bucket in which it ends
  world.source.series = (start, { budgeting }) => {
    const end = start + 300;
    if (budgeting.method !== 'timeslices' || end % budgeting.sliceSeconds > 0) {
      return { bad: 0, total: 0 };
    }
    const from = end - budgeting.sliceSeconds;
    const isBad = from < OUTAGE.to && end > OUTAGE.from;
    return { bad: isBad ? 1 / 300 : 0, total: 1 / 300 };
  };
  world.source.oldest = NOON - 5 * DAY;
  await world.measure();
  const { context } = world;
  return {
    ...world,
    ...correctionsOf(world),
    get: (name: string) => getObjective({ context, scope, key: key(name) }),
  };
}

describe('corrections of objectives that count slices', () => {
  it.each(databases.ids)(
    'take out the slices that they touch, and nothing of others, %p',
    async id => {
      const world = await setUp(id);
      const { context, exclude, get } = world;
      expect((await get('hours')).budget).toMatchObject({ bad: 1, total: 48 });
      expect((await get('tens')).budget).toMatchObject({ bad: 4, total: 288 });

      await exclude(OUTAGE, { entityRef: CART });
      await world.tick(60);
      expect(await get('hours')).toMatchObject({
        budget: { bad: 0, total: 47 },
        coverage: 1,
        corrections: {
          excludedSeconds: HOUR,
          rawBudget: { bad: 1, total: 48 },
        },
      });
      // those that end at 10:20 and 10:50 reach into other quarter hours
      expect(await get('tens')).toMatchObject({
        budget: { bad: 0, total: 282 },
        corrections: { excludedSeconds: HOUR },
      });
      expect((await get('hours')).months.at(-1)).toMatchObject({
        bad: 0,
        excludedSeconds: HOUR,
      });
      const { targets } = await LedgerTrials.create({ context }).simulate({
        scope,
        key: key('hours'),
        request: { targets: [] },
      });
      expect(targets[0].budget).toEqual((await get('hours')).budget);
    },
  );

  it.each(databases.ids)(
    'are told with what they take out of the objective asked about, %p',
    async id => {
      const world = await setUp(id);
      const { context, corrections, ada, exclude } = world;
      const asked = { from: at(10, 46), to: at(10, 50) };
      const quarter = { from: iso(at(10, 45)), to: iso(at(11, 0)) };
      const hour = { from: iso(at(10, 0)), to: iso(at(11, 0)) };

      const own = await exclude(asked, {
        entityRef: CART,
        objective: key('hours'),
      });
      expect(own).toMatchObject({ ...quarter, excludes: hour });
      const all = await exclude(asked, { entityRef: CART });
      expect(all).toMatchObject(quarter);
      expect(all.excludes).toBeUndefined();
      await world.tick(60);

      const of = async (name: string) =>
        (await corrections.list(key(name), ada)).items.map(
          ({ excludes }) => excludes,
        );
      expect(await of('hours')).toEqual([hour, hour]);
      expect(await of('tens')).toEqual([
        { from: iso(at(10, 30)), to: iso(at(11, 0)) },
      ]);
      const whole = await corrections.list({ entityRef: CART }, ada);
      expect(whole.items.map(({ excludes }) => excludes)).toEqual([
        undefined,
        undefined,
      ]);
      const { read } = await explainObjective({
        context,
        scope,
        key: key('hours'),
      });
      expect(read.corrections?.map(({ excludes }) => excludes)).toEqual([
        hour,
        hour,
      ]);
      const lines = await getHistory({
        context,
        scope,
        key: key('hours'),
        // which only the slice reaches into
        request: { from: iso(at(10, 0)), to: iso(at(10, 30)), step: 300 },
      });
      expect(lines.corrections?.map(({ excludes }) => excludes)).toEqual([
        hour,
        hour,
      ]);

      const reason = { reason: 'it was not planned after all' };
      const undone = await corrections.undo(own.id, reason, ada);
      expect(undone).toMatchObject({ ...quarter, excludes: hour });
      const allUndone = await corrections.undo(all.id, reason, ada);
      expect(allUndone).toMatchObject(quarter);
      expect(allUndone.excludes).toBeUndefined();
    },
  );
});
