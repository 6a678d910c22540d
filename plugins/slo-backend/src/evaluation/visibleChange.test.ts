import type { StatusPayload } from './StatusPayload';
import { visibleChange } from './visibleChange';

const status: StatusPayload = {
  state: 'ok',
  reason: { code: 'budget-left', params: { bad: 10, allowed: 100 } },
  sli: 0.9995,
  budget: { remaining: 0.5, consumed: 0.5, bad: 50, total: 1e5, allowed: 100 },
  burnRates: { '1h': 1.234, '3d': 0.5 },
  forecast: { kind: 'not-in-sight', burnRate: 0.5, window: '3d' },
  coverage: 0.991,
  inconsistent: false,
  windowFrom: '2026-10-21T12:00:00.000Z',
  windowTo: '2026-11-20T12:00:00.000Z',
  dataUpTo: '2026-11-20T12:00:00.000Z',
  trend: [0.5],
  faults: [],
};

describe('visibleChange', () => {
  it('sees the first status', () => {
    expect(visibleChange(undefined, status)).toBe(true);
  });

  it.each<[string, Partial<StatusPayload>]>([
    ['event counts', { budget: { ...status.budget, bad: 51, total: 1e5 + 7 } }],
    ['a ten-thousandth of the budget', { budget: { remaining: 0.5004 } }],
    [
      'the third digit of a burn rate',
      { burnRates: { '1h': 1.23, '3d': 0.5 } },
    ],
    ['the clock', { windowTo: 'later', dataUpTo: 'later', sli: 0.99951 }],
    ['counts in the reason', { reason: { code: 'budget-left' } }],
    ['the time a reading took', { readDurationMs: 9 }],
    ['a thousandth of coverage', { coverage: 0.9912 }],
  ])('does not see %s', (_what, change) => {
    expect(visibleChange(status, { ...status, ...change })).toBe(false);
  });

  it.each<[string, Partial<StatusPayload>]>([
    ['the state', { state: 'burning' }],
    ['its reason', { reason: { code: 'too-few-events' } }],
    ['a percent of the budget', { budget: { remaining: 0.49 } }],
    [
      'the projection',
      { projected: { remaining: 0.1, expectedTotal: 1, basis: 'so-far' } },
    ],
    ['a burn rate', { burnRates: { '1h': 1.4, '3d': 0.5 } }],
    ['a burn rate that is gone', { burnRates: { '3d': 0.5 } }],
    ['the forecast', { forecast: { kind: 'unknown' } }],
    ['coverage', { coverage: 0.9 }],
    ['an inconsistency', { inconsistent: true }],
    ['a fault', { faults: [{ path: 'spec', message: 'wrong' }] }],
  ])('sees %s', (_what, change) => {
    expect(visibleChange(status, { ...status, ...change })).toBe(true);
  });
});
