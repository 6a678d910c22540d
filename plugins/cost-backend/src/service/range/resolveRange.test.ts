import type { CostRangeRequest } from '@plimsoll/plugin-cost-common';
import { resolveRange } from './resolveRange';

const resolve = (
  request: CostRangeRequest,
  state: { completeTo?: string; currencies?: string[] } = {
    completeTo: '2026-11-16',
  },
) =>
  resolveRange({
    request,
    state: { currencies: [], ...state },
    currency: 'USD',
    now: Date.parse('2026-11-18T12:00:00Z'),
  });

describe('resolveRange', () => {
  it('is the running month up to the last complete day', () => {
    expect(resolve({})).toEqual({
      from: '2026-11-01',
      to: '2026-11-17',
      completeEnd: '2026-11-17',
      metric: 'effective',
      currency: 'USD',
      isRunningMonth: true,
    });
  });

  it('is the last month as a whole while the new one has no complete day', () => {
    expect(resolve({}, { completeTo: '2026-10-31' })).toMatchObject({
      from: '2026-10-01',
      to: '2026-11-01',
      isRunningMonth: true,
    });
  });

  it('ends yesterday where there is no bill', () => {
    expect(resolve({}, {})).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-18',
    });
  });

  it('compares no day that is not complete', () => {
    expect(resolve({ from: '2026-11-10', to: '2026-12-01' })).toMatchObject({
      completeEnd: '2026-11-17',
      isRunningMonth: false,
    });
    expect(resolve({ to: '2026-10-15' })).toMatchObject({
      from: '2026-10-01',
      completeEnd: '2026-10-15',
    });
  });

  it.each([
    [[], 'USD'],
    [['EUR', 'USD'], 'USD'],
    [['CHF', 'EUR'], 'CHF'],
  ])(
    'shows the configured currency, or the bill’s own of %j',
    (currencies, currency) => {
      expect(
        resolve({}, { completeTo: '2026-11-16', currencies }).currency,
      ).toBe(currency);
    },
  );

  it.each([
    [{ from: '2026-11-31' }, "from is '2026-11-31'"],
    [{ to: '1970-01-01' }, "to is '1970-01-01'"],
    [{ from: '2026-11-17' }, 'must be before to'],
    [{ from: '2025-01-01', to: '2026-11-01' }, 'at most 400'],
  ])('refuses %j', (request, said) => {
    expect(() => resolve(request)).toThrow(said);
  });
});
