import type { VolumeRequest } from '@plimsoll/plugin-slo-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { catalogObjective } from '../__testUtils__/catalogObjective';
import {
  createServiceWorld,
  NOON,
  type ServiceWorld,
} from '../__testUtils__/serviceWorld';
import { getVolume } from './getVolume';

const databases = createTestDatabases();
const DAY = 86_400;
const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
const counter = (query: string) => ({
  kind: 'ratio' as const,
  counter: true,
  bad: { spec: { query } },
  total: { spec: { query } },
});

const objectives = [
  catalogObjective({ ref: 'slo:default/writes', indicator: counter('w') }),
  catalogObjective({ ref: 'slo:default/requests', indicator: counter('r') }),
  catalogObjective({
    ref: 'slo:default/slices',
    unit: 'slices',
    budgeting: { method: 'timeslices', sliceSeconds: 300, sliceTarget: 0.9 },
  }),
  catalogObjective({
    ref: 'slo:default/gauge',
    indicator: { ...counter('g'), counter: false },
  }),
];

async function setUp(id: (typeof databases.ids)[number], timeZone?: string) {
  const world = await createServiceWorld({
    databases,
    id,
    objectives,
    timeZone,
  });
  world.source.oldest = NOON - 10 * DAY;
  world.source.series = (_at, { ref }) => {
    const perSecond = ref === 'slo:default/writes' ? 1 : 10;
    const many = ref === 'slo:default/gauge' ? 1_000 : perSecond;
    return { bad: 0, total: many };
  };
  await world.measure();
  return world;
}

function volume(world: ServiceWorld, request: Partial<VolumeRequest> = {}) {
  return getVolume({
    context: world.context,
    scope: { kind: 'all' },
    request: {
      entityRef: 'component:default/checkout',
      from: iso(NOON - 2 * DAY),
      to: iso(NOON + DAY),
      ...request,
    },
  });
}

describe('getVolume', () => {
  it.each(databases.ids)(
    'counts whole days, today up to now, by the widest counter, %p',
    async id => {
      const world = await setUp(id);
      expect(await volume(world)).toEqual({
        entityRef: 'component:default/checkout',
        timeZone: 'UTC',
        objective: {
          ref: 'slo:default/requests',
          objective: 'requests-served',
          displayName: 'Requests served',
        },
        days: [
          { date: '2026-11-18', bad: 0, total: 864_000, coverage: 1 },
          { date: '2026-11-19', bad: 0, total: 864_000, coverage: 1 },
          {
            date: '2026-11-20',
            bad: 0,
            total: expect.closeTo(432_600, 0),
            coverage: expect.closeTo(1, 2),
          },
        ],
      });
    },
  );

  it.each(databases.ids)(
    'counts where only the queries tell that they read counters, %p',
    async id => {
      const world = await setUp(id);
      const undeclared = catalogObjective({
        ref: 'slo:default/rated',
        indicator: {
          ...counter('sum(rate(x[{{.window}}]))'),
          counter: false,
        },
      });
      await world.store.replaceAll({ objectives: [undeclared] });
      await world.measure();
      const { objective, days } = await volume(world);
      expect(objective?.ref).toBe('slo:default/rated');
      expect(days).toHaveLength(3);
    },
  );

  it('is told by one objective, whatever range is asked for', async () => {
    const world = await setUp('SQLITE_3');
    // Writes were many on one day only.
    world.source.series = (time, { ref }) => {
      const isPeak = time >= NOON - 2.5 * DAY && time < NOON - 1.5 * DAY;
      const writes = isPeak ? 50 : 1;
      return { bad: 0, total: ref === 'slo:default/writes' ? writes : 10 };
    };
    await world.store.replaceAll({ objectives: [] });
    await world.store.replaceAll({
      objectives: objectives.slice(0, 2).map(({ definition }) =>
        catalogObjective({
          ref: definition.ref,
          indicator: counter(`new_${definition.ref.slice(-3)}`),
        }),
      ),
    });
    await world.measure();
    const tellers = [3, 2, 1].map(async back => {
      const { objective } = await volume(world, {
        from: iso(NOON - back * DAY),
        to: iso(NOON - (back - 1) * DAY),
      });
      return objective?.ref;
    });
    expect(new Set(await Promise.all(tellers)).size).toBe(1);
  });

  it('prefers failures to slow answers, and the oldest of the equally wide', async () => {
    const world = await setUp('SQLITE_3');
    const slow = {
      ...counter('requests'),
      bad: { spec: { query: 'seconds_bucket{le="0.4"}' } },
    };
    await world.store.replaceAll({
      objectives: [
        catalogObjective({ ref: 'slo:default/latency', indicator: slow }),
        catalogObjective({
          ref: 'slo:default/errors',
          indicator: counter('a'),
        }),
        catalogObjective({
          ref: 'slo:default/failures',
          indicator: counter('b'),
        }),
      ],
    });
    world.source.series = (_at, { ref }) => ({
      bad: 0,
      total:
        { 'slo:default/latency': 20, 'slo:default/failures': 10.5 }[ref] ?? 10,
    });
    await world.measure();
    expect((await volume(world)).objective?.ref).toBe('slo:default/errors');

    await world.store.replaceAll({
      objectives: [
        catalogObjective({ ref: 'slo:default/latency', indicator: slow }),
      ],
    });
    expect((await volume(world)).objective?.ref).toBe('slo:default/latency');
  });

  it.each(databases.ids)('cuts days in the zone asked for, %p', async id => {
    const world = await setUp(id, 'Europe/Warsaw');
    expect((await volume(world)).timeZone).toBe('Europe/Warsaw');
    const { days, timeZone } = await volume(world, {
      timeZone: 'Asia/Kathmandu',
      from: '2026-11-18T18:15:00Z',
      to: '2026-11-19T18:15:00Z',
    });
    expect(timeZone).toBe('Asia/Kathmandu');
    expect(days).toEqual([
      { date: '2026-11-19', bad: 0, total: 864_000, coverage: 1 },
    ]);
  });

  it('says that a day was measured in part', async () => {
    const world = await setUp('SQLITE_3');
    const { days } = await volume(world, {
      from: iso(NOON - 11 * DAY),
      to: iso(NOON - 9 * DAY),
    });
    expect(days.map(day => day.coverage)).toEqual([0, 0.5, 1]);
  });

  it('has no objective and no days where no visible one counts events', async () => {
    const world = await setUp('SQLITE_3');
    expect(await volume(world, { entityRef: 'component:default/x' })).toEqual({
      entityRef: 'component:default/x',
      timeZone: 'UTC',
      days: [],
    });
    await world.store.replaceAll({ objectives: objectives.slice(2) });
    expect((await volume(world)).days).toEqual([]);
  });

  it('has no days yet in the future', async () => {
    const world = await setUp('SQLITE_3');
    const { days, objective } = await volume(world, {
      from: iso(NOON + 2 * DAY),
      to: iso(NOON + 3 * DAY),
    });
    expect(days).toEqual([]);
    expect(objective).toBeDefined();
  });

  it('refuses a range upside down, too long, or of no zone', async () => {
    const world = await setUp('SQLITE_3');
    await expect(volume(world, { to: iso(NOON - 3 * DAY) })).rejects.toThrow(
      /must lie before/,
    );
    await expect(
      volume(world, { from: iso(NOON - 401 * DAY) }),
    ).rejects.toThrow(/400 days/);
    await expect(volume(world, { timeZone: 'Mars/Base' })).rejects.toThrow(
      /Mars\/Base/,
    );
  });
});
