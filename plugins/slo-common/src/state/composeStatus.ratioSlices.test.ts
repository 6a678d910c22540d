import type { Budgeting } from '../objective/Budgeting';
import { composeStatus } from './composeStatus';
import { requiredRanges, sumRanges } from './requiredRanges';
import { sumBuckets } from '../ledger/sumBuckets';
import { at, thirtyDays } from '../__testUtils__/evaluateLedger';

const DAY = 86_400;
const SLICE = 300;

/** An objective on slices of five minutes, of which `badAt` is bad. */
function judge(
  badAt: (start: number) => number,
  options: { target: number; budgeting: Budgeting },
) {
  const definition = {
    ...options,
    unit: 'slices' as const,
    window: thirtyDays,
    source: 'prometheus',
  };
  const ranges = requiredRanges({ definition, at });
  const from = at - 32 * DAY;
  const buckets = Array.from({ length: (at - from) / SLICE }, (_, index) => {
    const start = from + index * SLICE;
    return {
      start,
      seconds: SLICE,
      bad: badAt(start),
      total: 1,
      coveredSeconds: SLICE,
    };
  });
  return composeStatus({
    definition,
    at,
    sums: sumRanges(ranges, range => sumBuckets({ buckets, ...range })),
    source: { kind: 'up' },
    measuredFrom: from,
    measuredUpTo: at,
  });
}

describe('composeStatus of the mean of slices', () => {
  const mean: Budgeting = { method: 'ratio-timeslices', sliceSeconds: SLICE };
  const whole: Budgeting = {
    method: 'timeslices',
    sliceSeconds: SLICE,
    sliceTarget: 0.99,
  };
  // a tenth of all requests fails for an hour: 1.2 of its 12 slices
  const tenth = (start: number) => (start >= at - 3_600 ? 0.1 : 0);

  it('burns by parts of slices', () => {
    expect(judge(tenth, { target: 0.999, budgeting: mean })).toMatchObject({
      state: 'burning',
      reason: {
        code: 'burn-pair',
        params: { severity: 'page', long: '1h', short: '5m' },
      },
    });
  });

  it('still asks whole slices for two that are bad', () => {
    const one = (start: number) => (start === at - SLICE ? 1 : 0);
    expect(judge(one, { target: 0.999, budgeting: whole }).state).toBe('ok');
  });

  it('has no target for which slices are too few', () => {
    const strict = { target: 0.9999, budgeting: mean };
    expect(judge(() => 0.00005, strict)).toMatchObject({
      state: 'ok',
      budget: { remaining: expect.closeTo(0.5, 6) },
    });
    expect(judge(() => 0.0002, strict).state).toBe('exhausted');
    expect(judge(() => 0, { ...strict, budgeting: whole }).state).toBe(
      'insufficient',
    );
  });
});
