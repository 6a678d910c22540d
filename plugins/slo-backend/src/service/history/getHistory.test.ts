import type { HistoryRequest, LedgerRange } from '@plimsoll/plugin-slo-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { catalogObjective } from '../__testUtils__/catalogObjective';
import {
  createServiceWorld,
  NOON,
  type ServiceWorld,
} from '../__testUtils__/serviceWorld';
import { getHistory } from './getHistory';

const databases = createTestDatabases();
const DAY = 86_400;
const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

const objectives = [
  catalogObjective({ ref: 'slo:default/rolling', target: 0.99 }),
  catalogObjective({
    ref: 'slo:default/monthly',
    target: 0.99,
    window: {
      kind: 'calendar',
      duration: { value: 1, unit: 'M' },
      startTime: '2026-01-01 00:00:00',
      timeZone: 'Europe/Warsaw',
    },
  }),
];

/** Two hours of failures yesterday, silence of the series three hours ago. */
async function setUp(
  id: (typeof databases.ids)[number],
  outages?: LedgerRange[],
) {
  const world = await createServiceWorld({ databases, id, objectives });
  world.source.oldest = NOON - 40 * DAY;
  world.source.outages = outages;
  world.source.series = at => {
    if (at >= NOON - 3 * 3_600 && at < NOON - 2 * 3_600) {
      return undefined;
    }
    const isBad = at >= NOON - DAY && at < NOON - DAY + 7_200;
    return { bad: isBad ? 1 : 0, total: 10 };
  };
  await world.measure();
  return world;
}

function history(
  world: ServiceWorld,
  request: HistoryRequest,
  ref = 'slo:default/rolling',
) {
  return getHistory({
    context: world.context,
    scope: { kind: 'all' },
    key: { ref, objective: 'requests-served' },
    request,
  });
}

describe('getHistory', () => {
  it.each(databases.ids)(
    'says of a gap that the source was down where the source says so, %p',
    async id => {
      const silence = { from: NOON - 3 * 3_600, to: NOON - 2 * 3_600 };
      const world = await setUp(id, [{ ...silence, to: silence.to - 1_800 }]);
      const { gaps } = await history(world, {
        from: iso(NOON - 2 * DAY),
        to: iso(NOON),
      });
      expect(gaps).toEqual([
        {
          from: iso(silence.from),
          to: iso(silence.to - 1_800),
          reason: 'source-down',
        },
        {
          from: iso(silence.to - 1_800),
          to: iso(silence.to),
          reason: 'series-absent',
        },
      ]);
    },
  );

  it.each(databases.ids)('draws what the ledger holds, %p', async id => {
    const world = await setUp(id);
    const answer = await history(world, {
      from: iso(NOON - 2 * DAY),
      to: iso(NOON),
      step: 3_600,
    });

    expect(answer).toMatchObject({
      from: iso(NOON - 2 * DAY),
      to: iso(NOON),
      step: 3_600,
      view: 'rolling',
      gaps: [
        {
          from: iso(NOON - 3 * 3_600),
          to: iso(NOON - 2 * 3_600),
          reason: 'series-absent',
        },
      ],
    });
    expect(answer.points).toHaveLength(48);
    const failing = answer.points.filter(point => point.bad > 0);
    expect(failing.map(point => point.at)).toEqual([
      iso(NOON - DAY + 3_600),
      iso(NOON - DAY + 7_200),
    ]);
    expect(failing[0]).toMatchObject({
      bad: 3_600,
      total: 36_000,
      coverage: 1,
      sli: expect.closeTo(0.9),
      burnRate: expect.closeTo(10),
    });
    const silent = answer.points.find(
      point => point.at === iso(NOON - 2 * 3_600),
    );
    expect(silent).toEqual({
      at: iso(NOON - 2 * 3_600),
      bad: 0,
      total: 0,
      coverage: 0,
    });
    // 7,200 of 300,000-odd allowed failures, over the thirty days.
    expect(answer.points[47].remaining).toBeCloseTo(
      1 - 7_200 / (0.01 * 10 * (30 * DAY - 3_600)),
      4,
    );
  });

  it.each(databases.ids)(
    'draws a calendar window from its start in its zone, %p',
    async id => {
      const world = await setUp(id);
      const month = Date.UTC(2026, 9, 31, 23) / 1000;
      const { view, points } = await history(
        world,
        { from: iso(month), to: iso(NOON), step: 43_200 },
        'slo:default/monthly',
      );

      expect(view).toBe('calendar');
      expect(points[0].projectedRemaining).toBeCloseTo(1, 6);
      const last = points[points.length - 1];
      expect(last.remaining).toBeLessThan(last.projectedRemaining as number);
    },
  );

  it.each(databases.ids)(
    'snaps to cells, ends now, and chooses a step, %p',
    async id => {
      const world = await setUp(id);
      const answer = await history(world, {
        from: iso(NOON - 3_600 + 7),
        to: iso(NOON + 10 * DAY),
      });
      expect(answer).toMatchObject({
        from: iso(NOON - 3_600),
        to: iso(NOON + 60),
        step: 300,
      });

      const long = await history(world, {
        from: iso(NOON - 300 * DAY),
        to: iso(NOON),
      });
      expect(long.step).toBe(86_400);
      expect(long.points.length).toBeLessThanOrEqual(500);
      expect(long.gaps[0]).toEqual({
        from: iso(NOON - 300 * DAY),
        to: iso(NOON - 40 * DAY),
        reason: 'not-measured-yet',
      });
    },
  );

  it('names the outage of a source', async () => {
    const world = await setUp('SQLITE_3');
    world.source.down = new Error('connect ECONNREFUSED 10.0.0.1:9090');
    await world.tick(60);
    await world.tick(3_600);
    const { gaps } = await history(world, {
      from: iso(NOON - 3_600),
      to: iso(NOON + 7_200),
    });
    expect(gaps).toEqual([expect.objectContaining({ reason: 'source-down' })]);
  });

  it('refuses a range that cannot be drawn', async () => {
    const world = await setUp('SQLITE_3');
    await expect(
      history(world, { from: iso(NOON + DAY), to: iso(NOON + 2 * DAY) }),
    ).rejects.toThrow(/nothing that has passed/);
    await expect(
      history(world, { from: iso(NOON - 800 * DAY), to: iso(NOON) }),
    ).rejects.toThrow(/two years/);
    await expect(
      history(world, { from: iso(NOON - DAY), to: iso(NOON) }, 'slo:default/x'),
    ).rejects.toThrow(/no objective/);
  });
});
