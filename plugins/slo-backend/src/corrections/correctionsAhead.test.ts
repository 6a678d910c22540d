import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { catalogObjective } from '../service/__testUtils__/catalogObjective';
import {
  createServiceWorld,
  NOON,
} from '../service/__testUtils__/serviceWorld';
import { getObjective } from '../service/detail/getObjective';
import { explainObjective } from '../service/explain/explainObjective';
import { getHistory } from '../service/history/getHistory';
import { correctionsOf } from './__testUtils__/correctionsOf';

const databases = createTestDatabases();
const HOUR = 3_600;
const DAY = 86_400;
const CART = 'component:default/cart';
const scope = { kind: 'all' as const };
const key = { ref: 'slo:default/cart', objective: 'requests-served' };
const iso = (at: number) => new Date(at * 1000).toISOString();
/** Five days of a month of which ten and a half are still to come. */
const FREEZE = { from: NOON + DAY, to: NOON + 6 * DAY };

async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createServiceWorld({
    databases,
    id,
    services: [{ entityRef: CART, kind: 'component', owners: [] }],
    objectives: [
      catalogObjective({
        ...key,
        entityRef: CART,
        target: 0.99,
        window: {
          kind: 'calendar',
          duration: { value: 1, unit: 'M' },
          startTime: '2026-01-01 00:00:00',
          timeZone: 'UTC',
        },
      }),
    ],
  });
  world.source.oldest = NOON - 60 * DAY;
  const bad = { from: NOON - 6 * DAY, to: NOON - 6 * DAY + 2 * HOUR };
  world.source.series = at => ({
    bad: at >= bad.from && at < bad.to ? 1 : 0,
    total: 1,
  });
  await world.measure();
  const { context } = world;
  return {
    ...world,
    ...correctionsOf(world),
    get: () => getObjective({ context, scope, key }),
    explain: () => explainObjective({ context, scope, key }),
    history: (to: number) =>
      getHistory({
        context,
        scope,
        key,
        request: { from: iso(NOON - 2 * DAY), to: iso(to), step: 6 * HOUR },
      }),
  };
}

describe('corrections of time that is still to come', () => {
  it.each(databases.ids)(
    'take it out of what a month is expected to hold, beside what it would be, %p',
    async id => {
      const world = await setUp(id);
      const { get, explain, history } = world;
      const before = await get();
      expect(before.projected?.expectedTotal).toBeCloseTo(30 * DAY, 0);

      const correction = await world.exclude(FREEZE, { entityRef: CART });
      await world.tick(0);
      const ahead = await get();
      expect(ahead.projected).toMatchObject({
        expectedTotal: expect.closeTo(25 * DAY, 0),
        remaining: expect.closeTo(1 - (2 * HOUR) / (0.25 * DAY), 6),
      });
      expect(ahead.corrections).toMatchObject({
        count: 1,
        excludedSeconds: 0,
        aheadSeconds: 5 * DAY,
        rawProjected: before.projected,
      });
      expect(ahead.budget).toEqual(before.budget);
      expect(ahead.coverage).toBe(before.coverage);

      const { figures, notes, read } = await explain();
      const figure = (name: string) => figures.find(each => each.id === name);
      expect(figure('projected.remaining')).toMatchObject({
        value: ahead.projected?.remaining,
        inputs: expect.arrayContaining([
          { name: 'excludedAhead', value: 5 * DAY, unit: 's' },
        ]),
      });
      expect(figure('raw.budget.remaining')).toBeUndefined();
      expect(figure('coverage')?.formula).toBe('coverage = measured / elapsed');
      expect(notes).toContainEqual({
        code: 'corrected-ahead',
        params: { corrections: 1, excludedSeconds: 5 * DAY },
      });
      expect(notes.map(({ code }) => code)).not.toContain('corrected');
      expect(read.corrections).toEqual([correction]);

      const { points } = await history(NOON);
      const last = points[points.length - 1];
      expect(last.projectedRemaining).toBeCloseTo(
        ahead.projected?.remaining ?? NaN,
        6,
      );
      expect(last.rawProjectedRemaining).toBeCloseTo(
        before.projected?.remaining ?? NaN,
        6,
      );
    },
  );

  it('move nothing while they pass, as long as nothing fails', async () => {
    const world = await setUp('SQLITE_3');
    const night = { from: NOON + 6 * HOUR, to: NOON + 18 * HOUR };
    await world.exclude(night, { entityRef: CART });
    await world.tick(0);
    const { projected, state } = await world.get();
    expect(projected?.expectedTotal).toBeCloseTo(29.5 * DAY, 0);
    for (let hour = 0; hour < 24; hour += 1) {
      await world.tick(HOUR);
      const now = await world.get();
      expect(now.state).toBe(state);
      expect(now.projected?.expectedTotal).toBeCloseTo(
        projected?.expectedTotal ?? NaN,
        0,
      );
      expect(now.projected?.remaining).toBeCloseTo(
        projected?.remaining ?? NaN,
        5,
      );
    }
  });
});
