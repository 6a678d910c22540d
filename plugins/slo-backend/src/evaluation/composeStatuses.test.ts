import type {
  ObjectiveDefinition,
  SourceHealth,
} from '@plimsoll/plugin-slo-common';
import {
  insertObjectives,
  objectiveDefinition,
} from '../database/__testUtils__/insertObjectives';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { createTestLedger } from '../ledger/__testUtils__/createTestLedger';
import { measuredHash } from '../ledger/measuredHash';
import { composeStatuses } from './composeStatuses';
import type { StatusInput } from './StatusDraft';
import type { StoredStatus } from './StatusStore';

const DAY = 86_400;
/** 2026-11-20T12:00:00Z */
const NOON = Date.UTC(2026, 10, 20, 12) / 1000;
const up: SourceHealth = { kind: 'up' };
const calendarMonth = {
  kind: 'calendar',
  duration: { value: 1, unit: 'M' },
  startTime: '2026-01-01 00:00:00',
  timeZone: 'Europe/Warsaw',
} as const;

const thirtyDays = {
  kind: 'rolling',
  duration: { value: 30, unit: 'd' },
} as const;

/** Without the dust that sums in another order leave. */
function rounded(value: object): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'number' ? Number(inner.toPrecision(9)) : inner,
    ),
  );
}

describe('composeStatuses', () => {
  const databases = createTestDatabases();

  async function setUp(
    id: (typeof databases.ids)[number],
    overrides: Partial<ObjectiveDefinition> = {},
  ) {
    const database = await databases.create(id);
    const definition = objectiveDefinition({ target: 0.99, ...overrides });
    const [objectiveId] = await insertObjectives({
      database,
      definitions: [definition],
      ready: true,
    });
    const ledger = createTestLedger({ database });
    let bounds: { measuredFrom?: number; measuredUpTo?: number } = {};
    const write = async (
      from: number,
      to: number,
      counts: { bad: number; total: number; inconsistent?: boolean },
      step = 900,
    ) => {
      const recorded = await ledger.record({
        readings: [
          {
            objectiveId,
            measuredHash: measuredHash(definition),
            from,
            to,
            step,
            inconsistent: counts.inconsistent ?? false,
            buckets: Array.from({ length: (to - from) / step }, (_, index) => ({
              start: from + index * step,
              seconds: step,
              bad: counts.bad,
              total: counts.total,
              coveredSeconds: step,
            })),
          },
        ],
      });
      bounds = recorded.get(objectiveId) ?? bounds;
    };
    const compose = async (
      options: {
        now?: number;
        source?: SourceHealth;
        before?: StoredStatus;
      } & Partial<StatusInput> = {},
    ) => {
      const { now = NOON, source = up, before, ...input } = options;
      const statuses = await composeStatuses({
        client: database.client,
        now,
        previous: new Map(before ? [[objectiveId, before]] : []),
        inputs: [
          {
            objective: {
              id: objectiveId,
              definition,
              faults: [],
              contentHash: 'as it is',
              definitionHash: measuredHash(definition),
              ...bounds,
            },
            source,
            queryFaults: [],
            ...input,
          },
        ],
      });
      return statuses.get(objectiveId)!;
    };
    return { database, write, compose };
  }

  it.each(databases.ids)(
    'pitfall 8: a window that reaches beyond the source’s retention warms up, and says how much was measured, %s',
    async id => {
      const { write, compose } = await setUp(id);
      await write(NOON - 15 * DAY, NOON, { bad: 1, total: 1_000 });

      const { payload } = await compose();

      expect(payload).toMatchObject({
        state: 'warming-up',
        coverage: expect.closeTo(0.5, 6),
        measuredFrom: NOON - 15 * DAY,
      });
    },
  );

  it.each(databases.ids)(
    'pitfall 4: good > total anywhere in the window marks it, outside it does not, %s',
    async id => {
      const { write, compose } = await setUp(id);
      await write(NOON - 50 * DAY, NOON - 40 * DAY, {
        bad: 0,
        total: 10,
        inconsistent: true,
      });
      await write(NOON - 35 * DAY, NOON, { bad: 0, total: 1_000 });
      expect((await compose()).payload.inconsistent).toBe(false);

      await write(NOON - 20 * DAY, NOON - 20 * DAY + 900, {
        bad: 0,
        total: 5,
        inconsistent: true,
      });
      expect((await compose()).payload.inconsistent).toBe(true);
    },
  );

  it.each(databases.ids)(
    'pitfall 11: a calendar month starts at the zone’s midnight and is projected from the same weekdays, %s',
    async id => {
      const { write, compose } = await setUp(id, { window: calendarMonth });
      await write(NOON - 60 * DAY, NOON, { bad: 0.1, total: 100 });

      const { payload } = await compose();

      expect(payload.windowFrom).toBe('2026-10-31T23:00:00.000Z');
      expect(payload.windowTo).toBe('2026-11-30T23:00:00.000Z');
      expect(payload.projected?.expectedTotal).toBeCloseTo(30 * 96 * 100, 3);
      expect(payload.budget.total).toBeCloseTo(
        ((NOON - Date.UTC(2026, 9, 31, 23) / 1000) / 900) * 100,
        3,
      );
    },
  );

  it.each(databases.ids)(
    'keeps what changes once a day until midnight, or until an older cell changes, %s',
    async id => {
      const { database, write, compose } = await setUp(id, {
        window: calendarMonth,
      });
      await write(NOON - 60 * DAY, NOON, { bad: 0.1, total: 100 });
      const first = await compose();
      expect(first.daily?.trend).toHaveLength(29);
      expect(first.daily?.days).toHaveLength(28);
      const before: StoredStatus = {
        payload: first.payload,
        daily: first.daily,
        changedAt: 0,
      };
      // one asks for corrections
      const statements: string[] = [];
      database.client.on('query', ({ sql }) => statements.push(sql));

      const again = await compose({ before, now: NOON + 60 });
      expect(statements).toHaveLength(2);
      expect(again.daily).toEqual(first.daily);
      expect(again.payload.trend.slice(0, -1)).toEqual(first.daily?.trend);
      expect(again.payload.projected).toMatchObject({
        basis: 'same-weekday',
        bad: first.payload.projected?.bad,
        expectedTotal: expect.closeTo(30 * 96 * 100, -2),
      });

      statements.length = 0;
      await compose({ before, oldestChange: NOON - 300 });
      expect(statements).toHaveLength(2);
      await compose({ before, oldestChange: NOON - DAY });
      expect(statements).toHaveLength(5);
      statements.length = 0;
      await compose({ before, now: NOON + DAY });
      expect(statements).toHaveLength(3);
    },
  );

  it.each(
    databases.ids.flatMap(id => [
      { id, kind: 'rolling', window: thirtyDays },
      { id, kind: 'calendar', window: calendarMonth },
    ]),
  )(
    'is over midnight what it were if all were read anew, $kind, $id',
    async ({ id, window }) => {
      const { database, write, compose } = await setUp(id, { window });
      const midnight = NOON - 0.5 * DAY;
      for (let day = 80; day > 0; day -= 1) {
        const from = midnight - day * DAY;
        await write(from, from + DAY, { bad: day % 3, total: 100 + day });
      }
      await write(midnight, midnight + 7_200, { bad: 2, total: 300 });
      let before: StoredStatus | undefined;
      const cut: number[] = [];
      const { client } = database;
      client.on('query-response', (rows: Array<{ cells?: unknown }>) =>
        cut.push(rows.length),
      );
      for (const minute of [-30, -1, 0, 1, 10, 20, 100]) {
        const now = midnight + minute * 60;
        const fresh = await compose({ now });
        cut.length = 0;
        const kept = await compose({ now, before });
        // not two months, until the objective has its turn
        const most = before && minute < 15 ? Math.max(...cut) : 0;
        expect(most).toBeLessThanOrEqual(7);
        const { trend: wanted, ...rest } = fresh.payload;
        expect(rounded({ ...kept.payload, trend: undefined })).toEqual(
          rounded(rest),
        );
        kept.payload.trend.forEach((point, index) =>
          // at the end of a day the line stands a minute before it
          expect(point).toBeCloseTo(wanted[index] ?? NaN, 2),
        );
        before = { payload: kept.payload, daily: kept.daily, changedAt: 0 };
      }
      expect(before?.daily?.isCarried).toBeUndefined();
    },
  );

  it.each(databases.ids)(
    'pitfall 12: a trend has a point a day, nothing where nothing was measured, and ends with the status, %s',
    async id => {
      const { write, compose } = await setUp(id);
      await write(NOON - 20 * DAY, NOON - 10 * DAY, { bad: 1, total: 1_000 });
      await write(NOON - 5 * DAY, NOON, { bad: 1, total: 1_000 });

      const { payload } = await compose();

      expect(payload.trend).toHaveLength(30);
      expect(payload.trend.at(-1)).toBe(
        Math.round((payload.budget.remaining ?? 0) * 1e4) / 1e4,
      );
      expect(payload.trend[0]).toBeNull();
      expect(payload.trend[15]).toBeCloseTo(0.9, 4);
      expect(payload.trend[22]).toBeNull();
    },
  );

  it.each(databases.ids)(
    'while the source is down speaks for the end of what was measured, %s',
    async id => {
      const { write, compose } = await setUp(id);
      await write(NOON - 40 * DAY, NOON, { bad: 1, total: 1_000 });
      const good = await compose();

      const down = await compose({
        now: NOON + 5 * 3_600,
        source: { kind: 'down', since: NOON + 60 },
      });

      expect(down.at).toBe(NOON);
      expect(down.payload).toMatchObject({
        state: 'unknown',
        budget: good.payload.budget,
        burnRates: good.payload.burnRates,
        trend: good.payload.trend,
      });
    },
  );

  it.each(databases.ids)(
    'pitfall 1: nothing measured gives no number at all, %s',
    async id => {
      const { compose } = await setUp(id);

      const { payload } = await compose();

      expect(payload).toMatchObject({
        state: 'no-data',
        reason: { code: 'never-measured' },
        budget: {},
        burnRates: {},
        coverage: 0,
      });
      expect(payload.sli).toBeUndefined();
      expect(new Set(payload.trend)).toEqual(new Set([null]));
      expect(JSON.stringify(payload)).not.toContain('NaN');
    },
  );

  it.each(databases.ids)(
    'tells faults of the document and of the query apart, %s',
    async id => {
      const { compose } = await setUp(id);
      const query = { path: 'spec.query', message: 'gives two series' };

      const { payload } = await compose({ queryFaults: [query] });

      expect(payload).toMatchObject({
        state: 'no-data',
        reason: { code: 'faulty', params: { faults: 1, ...query } },
        faults: [query],
      });
    },
  );
});
