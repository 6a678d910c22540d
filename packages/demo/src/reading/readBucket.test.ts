import type { Budgeting } from '@plimsoll/plugin-slo-common';
import { Coverage } from './Coverage';
import type { Measurement } from './Measurement';
import { readBucket } from './readBucket';

/** Mondays have no outage: 2 November 2026, 00:00 UTC. */
const START = Date.parse('2026-11-02T00:00:00Z') / 1000;
/** 28 October 2026, 02:00 in Warsaw. */
const OUTAGE = Date.parse('2026-10-28T01:00:00Z') / 1000;

/** Ten events a minute, of which `badOf` fail. */
function measurement(badOf: (minute: number) => number): Measurement {
  const count = (from: number, to: number) => {
    let bad = 0;
    for (let minute = from / 60; minute < to / 60; minute += 1) {
      bad += badOf(minute - START / 60);
    }
    return { bad, total: (to - from) / 6, inconsistent: false };
  };
  return {
    exists: () => true,
    occurrences: count,
    goodRatio: (from, to) => 1 - count(from, to).bad / ((to - from) / 6),
  };
}

function read(options: {
  budgeting: Budgeting;
  badOf?: (minute: number) => number;
  from?: number;
  seconds?: number;
  now?: number;
  oldest?: number;
}) {
  const from = options.from ?? START;
  return readBucket(
    {
      measurement: measurement(options.badOf ?? (() => 0)),
      budgeting: options.budgeting,
      coverage: Coverage.create({
        oldest: options.oldest ?? 0,
        now: options.now ?? Number.MAX_SAFE_INTEGER,
        exists: () => true,
      }),
      onInconsistent: () => undefined,
    },
    from,
    from + (options.seconds ?? 300),
  );
}

const slices = (sliceSeconds: number): Budgeting => ({
  method: 'timeslices',
  sliceSeconds,
  sliceTarget: 0.9,
});

describe('readBucket', () => {
  it('counts occurrences', () => {
    expect(
      read({ budgeting: { method: 'occurrences' }, badOf: minute => minute }),
    ).toEqual({
      start: START,
      seconds: 300,
      bad: 10,
      total: 50,
      coveredSeconds: 300,
    });
  });

  it('counts slices that miss their target; one that meets it exactly is good', () => {
    const badOf = (minute: number) => [0, 1, 2, 0, 9][minute];
    const bucket = read({ budgeting: slices(60), badOf });
    expect(bucket).toMatchObject({ bad: 2, total: 5, coveredSeconds: 300 });
  });

  it('adds up what each ratio slice misses', () => {
    const badOf = (minute: number) => [0, 1, 2, 0, 9][minute];
    const budgeting = { method: 'ratio-timeslices', sliceSeconds: 60 } as const;
    const bucket = read({ budgeting, badOf });
    expect(bucket.bad).toBeCloseTo(1.2, 9);
    expect(bucket.total).toBe(5);
  });

  it('counts a long slice in the bucket in which it ends', () => {
    const totals = [0, 300, 600, 900].map(
      offset => read({ budgeting: slices(900), from: START + offset }).total,
    );
    expect(totals).toEqual([0, 0, 1, 0]);
  });

  it('leaves out slices that are not over', () => {
    expect(read({ budgeting: slices(60), seconds: 130 })).toMatchObject({
      seconds: 130,
      total: 2,
      coveredSeconds: 130,
    });
  });

  it('knows nothing before the oldest sample and behind now', () => {
    const budgeting = { method: 'occurrences' } as const;
    expect(read({ budgeting, oldest: START + 300 }).coveredSeconds).toBe(0);
    expect(
      read({ budgeting, seconds: 900, oldest: START + 300 }),
    ).toMatchObject({ total: 100, coveredSeconds: 600 });
    expect(read({ budgeting, now: START + 120 })).toMatchObject({
      total: 20,
      coveredSeconds: 120,
    });
  });

  it('knows nothing of the outage, nor of a slice that touches it', () => {
    const budgeting = { method: 'occurrences' } as const;
    const covered = [-300, 0, 7_200 - 300, 7_200].map(
      offset => read({ budgeting, from: OUTAGE + offset }).coveredSeconds,
    );
    expect(covered).toEqual([300, 0, 0, 300]);
    const daily = ['2026-10-28', '2026-10-29'].map(day => {
      const end = Date.parse(`${day}T24:00:00Z`) / 1000;
      return read({ budgeting: slices(86_400), from: end - 300 });
    });
    expect(daily.map(({ total }) => total)).toEqual([0, 1]);
  });
});
