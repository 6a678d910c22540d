import {
  type ObjectiveDefinition,
  requiredRanges,
  type TimeWindow,
} from '@plimsoll/plugin-slo-common';
import { carryFigures, mayCarry } from './carryFigures';
import { type DailyFigures, evaluationDay } from './DailyFigures';
import { windowParts } from './windowParts';

const HOUR = 3_600;
const DAY = 86_400;
/** 2026-11-20T00:00:00Z */
const MIDNIGHT = Date.UTC(2026, 10, 20) / 1000;
const rolling: TimeWindow = {
  kind: 'rolling',
  duration: { value: 30, unit: 'd' },
};
const calendar: TimeWindow = {
  kind: 'calendar',
  duration: { value: 1, unit: 'M' },
  startTime: '2026-01-01 00:00:00',
  timeZone: 'Europe/Warsaw',
};

function figuresAt(
  at: number,
  window: TimeWindow,
  target = 0.99,
): { daily: DailyFigures } & Pick<
  Parameters<typeof carryFigures>[0],
  'day' | 'ranges' | 'parts'
> {
  const definition: Pick<ObjectiveDefinition, 'target' | 'window'> = {
    target,
    window,
  };
  const { days, window: range } = requiredRanges({ definition, at });
  const parts = windowParts({ window, range, at });
  const day = evaluationDay({ definition, at });
  const sumOf = (stretch: { from: number; to: number }) => ({
    ...stretch,
    bad: 1,
    // of the stretch, so that what is carried can be told
    total: (stretch.to - stretch.from) / HOUR,
    coveredSeconds: stretch.to - stretch.from,
    inconsistent: false,
  });
  return {
    day,
    ranges: days,
    parts,
    daily: {
      key: day.key,
      basis: day.basis,
      starts: day.starts,
      days: days.map(sumOf),
      trend: Array.from({ length: 29 }, (_, index) => index),
      middle: parts && sumOf(parts.middle),
    },
  };
}

function carry(
  from: number,
  to: number,
  window: TimeWindow,
  overrides: { target?: number; lastPoint?: number } = { lastPoint: 0.5 },
) {
  const { daily } = figuresAt(from, window);
  const { day, ranges, parts } = figuresAt(to, window, overrides.target);
  return carryFigures({
    daily,
    day,
    ranges,
    parts,
    lastPoint: overrides.lastPoint,
  });
}

describe('carryFigures', () => {
  it('moves a rolling window on by a day', () => {
    const carried = carry(MIDNIGHT - 60, MIDNIGHT, rolling);
    const { daily: wanted, day } = figuresAt(MIDNIGHT, rolling);

    expect(carried?.key).toBe(day.key);
    expect(carried?.days.slice(0, -1)).toEqual(wanted.days.slice(0, -1));
    expect(carried?.days.at(-1)).toMatchObject({
      from: MIDNIGHT - DAY,
      to: MIDNIGHT,
      coveredSeconds: 0,
    });
    expect(carried?.middle).toMatchObject({
      from: wanted.middle?.from,
      to: wanted.middle?.to,
      total: wanted.middle?.total,
      coveredSeconds: wanted.middle?.coveredSeconds,
    });
    expect(carried?.trend).toHaveLength(29);
    expect(carried?.trend.slice(-2)).toEqual([28, 0.5]);
    expect(carried?.isCarried).toBe(true);
  });

  it('turns the days of a calendar at its midnight, and its line at that of UTC', () => {
    const zoneMidnight = MIDNIGHT - HOUR;
    const atZone = carry(zoneMidnight - 60, zoneMidnight, calendar);
    const atUtc = carry(MIDNIGHT - 60, MIDNIGHT, calendar);

    expect(atZone?.days.at(-1)?.to).toBe(zoneMidnight);
    expect(atZone?.days.at(-1)?.coveredSeconds).toBe(0);
    expect(atZone?.trend.at(-1)).toBe(28);
    expect(atUtc?.days.at(-1)?.coveredSeconds).toBe(DAY);
    expect(atUtc?.trend.at(-1)).toBe(0.5);
    // its month began before: the days that are known are known still
    expect(atUtc?.middle).toEqual(
      figuresAt(MIDNIGHT - 60, calendar).daily.middle,
    );
  });

  it('carries nothing over several days, for another target, or without a line', () => {
    expect(carry(MIDNIGHT - DAY - 60, MIDNIGHT, rolling)).toBeUndefined();
    expect(
      carry(MIDNIGHT - 60, MIDNIGHT, rolling, { target: 0.9, lastPoint: 1 }),
    ).toBeUndefined();
    expect(carry(MIDNIGHT - 60, MIDNIGHT, rolling, {})).toBeUndefined();
    expect(carry(MIDNIGHT, MIDNIGHT - 60, rolling)).toBeUndefined();
  });

  it('lets each objective have a minute of its own, when the day has settled', () => {
    const turnOf = (objectiveId: number) => {
      let at = MIDNIGHT;
      while (mayCarry({ objectiveId, day: figuresAt(at, rolling).day, at })) {
        at += 60;
      }
      return (at - MIDNIGHT) / 60;
    };
    expect([0, 1, 59, 60, 61].map(turnOf)).toEqual([15, 16, 74, 15, 16]);
  });
});
