import fc from 'fast-check';
import type { Bucket } from '../ledger/Bucket';
import type { CalendarWindow, DurationUnit } from '../window/TimeWindow';

/** Unix seconds between 2015 and 2040. */
export const instants = fc.integer({
  min: Date.UTC(2015, 0, 1) / 1000,
  max: Date.UTC(2040, 0, 1) / 1000,
});

/** Zones whose clocks do something special. */
export const zones = fc.constantFrom(
  'UTC',
  'Europe/Warsaw',
  'Asia/Kathmandu', // +5:45
  'America/St_Johns', // -3:30, changes at one minute past midnight until 2011
  'America/Sao_Paulo', // changed clocks at midnight until 2019
  'Asia/Beirut', // changes clocks at midnight
  'Australia/Lord_Howe', // changes by half an hour
  'Pacific/Apia',
  'America/New_York',
);

/** Targets as people write them: 0 <= target < 1 with up to five decimals. */
export const targets = fc.oneof(
  fc.constantFrom(0, 0.5, 0.9, 0.92, 0.95, 0.99, 0.995, 0.999, 0.9995, 0.9999),
  fc.integer({ min: 0, max: 99_999 }).map(value => value / 1e5),
);

/** Whole bad and total units, bad never above total. */
export const counts = fc
  .tuple(fc.nat(5_000), fc.nat(1_000_000))
  .map(([bad, good]) => ({ bad, total: bad + good }));

/**
 * Ordered buckets with whole counts; some are missing and some uncovered.
 * Whole numbers keep sums exact, so that properties may compare with equality.
 */
export function ledgers(options: {
  start: number;
  step: number;
  maxLength: number;
}): fc.Arbitrary<Bucket[]> {
  const { start, step, maxLength } = options;
  const cell = fc.record({
    kind: fc.constantFrom('measured', 'measured', 'measured', 'missing', 'gap'),
    bad: fc.nat(50),
    good: fc.nat(5_000),
  });
  return fc.array(cell, { maxLength, size: 'max' }).map(cells =>
    cells.flatMap(({ kind, bad, good }, index) => {
      const bucket = { start: start + index * step, seconds: step };
      if (kind === 'missing') {
        return [];
      }
      return kind === 'gap'
        ? [{ ...bucket, bad: 0, total: 0, coveredSeconds: 0 }]
        : [{ ...bucket, bad, total: bad + good, coveredSeconds: step }];
    }),
  );
}

const calendarUnits: DurationUnit[] = ['h', 'd', 'w', 'M', 'Q', 'Y'];

/** Calendar windows of up to four units, starting on any day of a month. */
export const calendarWindows: fc.Arbitrary<CalendarWindow> = fc
  .record({
    timeZone: zones,
    unit: fc.constantFrom(...calendarUnits),
    value: fc.integer({ min: 1, max: 4 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    lastDay: fc.boolean(),
    hour: fc.constantFrom(0, 0, 2, 13),
  })
  .map(({ timeZone, unit, value, month, day, lastDay, hour }) => {
    const last = new Date(Date.UTC(2024, month, 0)).getUTCDate();
    const two = (number: number) => String(number).padStart(2, '0');
    const date = `2024-${two(month)}-${two(lastDay ? last : day)}`;
    return {
      kind: 'calendar',
      duration: { value, unit },
      startTime: `${date} ${two(hour)}:00:00`,
      timeZone,
    };
  });

/** Unix seconds of a UTC time, `2026-11-21T12:00Z`. */
export function utc(text: string): number {
  return Date.parse(text) / 1000;
}
