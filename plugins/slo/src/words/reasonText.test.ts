import type { StateReason } from '@plimsoll/plugin-slo-common';
import { calendarObjective } from '../__fixtures__/calendarObjective';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { renderWords } from '../__testUtils__/renderWords';
import { useWords } from './useWords';

const since = '2026-11-19T03:23:00.000Z';

/** Every code with its parameters, and what must stand in its sentence. */
const SENTENCES: Record<
  StateReason['code'],
  { params?: StateReason['params']; says: RegExp }
> = {
  'budget-left': { says: /^Budget is left, and burn is under every threshold/ },
  'budget-spent': {
    params: { bad: 36_497, allowed: 32_413 },
    says: /^36,497 failed, 32,413 may fail: no budget is left/,
  },
  'burn-pair': {
    params: { severity: 'page', long: '6h', short: '30m', factor: 6 },
    says: /^The last 6 h and the last 30 min both burn faster than 6\.0×: this pages/,
  },
  'source-down': {
    params: { since },
    says: /^prometheus-main has not answered since \d\d?:23:00/,
  },
  'not-refreshed': {
    params: { since },
    says: /^The portal has read no newer values since \d\d?:23:00/,
  },
  'source-missing': {
    says: /names the source prometheus-main, and app-config has none/,
  },
  faulty: {
    params: { path: 'spec.objectives[0].target', message: 'is missing' },
    says: /^spec\.objectives\[0\]\.target is missing$/,
  },
  'series-absent': {
    params: { since },
    says: /the series has been absent since .*Nov/,
  },
  'never-measured': {
    says: /^The source answers, but the query finds no series\. Open Explain/,
  },
  'too-few-events': {
    params: { total: 214, allowed: 0.214 },
    says: /^214 in 30 days; 1,000 are needed for 99\.9%\.$/,
  },
  'window-not-covered': {
    params: { measuredSeconds: 7_200, windowSeconds: 2_592_000 },
    says: /^2 h of 30 days are measured so far/,
  },
  'window-has-gaps': {
    params: {
      share: 0.333,
      measuredSeconds: 864_000,
      windowSeconds: 2_592_000,
    },
    says: /^Only 33.*% of 30 days is measured/,
  },
  'window-excluded': {
    params: { excludedSeconds: 2_592_000 },
    says: /^Corrections exclude all of 30 days, so nothing is left to judge/,
  },
  'not-judged': {
    says: /The log of the backend says why: search it for slo:.+#.+, then/,
  },
  'no-events': { says: /^No events in 30 days; the budget is untouched/ },
};

describe('the reason of a state', () => {
  const words = renderWords(useWords);

  it.each(Object.entries(SENTENCES))('%s is a whole sentence', (code, one) => {
    const { params, says } = one;
    const sentence = words.reason(
      objectiveStatus({
        reason: { code: code as StateReason['code'], params },
      }),
    );
    expect(sentence).toMatch(says);
    // Neither a key, nor a hole, nor a number that is none.
    expect(sentence).not.toMatch(/reason\.|\{\{|NaN|undefined|Invalid/);
  });

  it('says of a slower pair that it is a ticket', () => {
    const params = { severity: 'ticket', long: '3d', short: '6h', factor: 1 };
    expect(
      words.reason(objectiveStatus({ reason: { code: 'burn-pair', params } })),
    ).toBe(
      'The last 3 d and the last 6 h both burn faster than 1.0×: this is a ticket.',
    );
  });

  it('does without the instant of a source that never answered', () => {
    expect(
      words.reason(objectiveStatus({ reason: { code: 'source-down' } })),
    ).toBe(
      'prometheus-main does not answer. The gap is filled when it is back.',
    );
  });

  it('does not blame a query that was never asked', () => {
    const reason = { code: 'never-measured' } as const;
    expect(
      words.reason(objectiveStatus({ reason, evaluatedAt: undefined })),
    ).toMatch(/^Nothing has been measured yet\. The first measurement comes/);
  });

  it('shows a fault without a place as it is', () => {
    const reason = { code: 'faulty', params: { message: 'Name it' } } as const;
    expect(words.reason(objectiveStatus({ reason }))).toBe('Name it');
  });

  it.each([
    [0.9, '90', '10'],
    [0.95, '95', '20'],
    [0.997, '99.7', '334'],
    [0.9999, '99.99', '10,000'],
  ])('at %p one failure needs whole units', (target, targetText, needed) => {
    const reason = { code: 'too-few-events', params: { total: 3 } } as const;
    expect(
      words.reason(objectiveStatus({ target, targetText, reason })),
    ).toContain(`; ${needed} are needed for ${targetText}%`);
  });

  it('names the month of a calendar window in its own zone', () => {
    expect(
      words.reason({ ...calendarObjective(), reason: { code: 'no-events' } }),
    ).toBe('No events in November; the budget is untouched.');
  });
});
