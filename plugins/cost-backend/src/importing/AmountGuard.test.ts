import { AmountGuard } from './AmountGuard';

const HALF = 2n ** 62n;

function lineOf(billed: bigint, change: { currency?: string; month?: string }) {
  return {
    billingMonth: change.month ?? '2026-10-01',
    currency: change.currency ?? 'USD',
    amounts: { billed, effective: 1n, contracted: 0n, list: 0n },
  };
}

describe('AmountGuard', () => {
  it.each([
    ['charges', HALF, HALF],
    ['credits', -HALF, -HALF],
    ['charges and credits', HALF, -HALF],
    ['one charge', 0n, 2n * HALF],
  ])('refuses a month whose %s no column holds', (_, one, other) => {
    const guard = AmountGuard.create();
    guard.add(lineOf(one, {}));
    expect(() => guard.add(lineOf(other, {}))).toThrow(
      'The bill of 2026-10 has more than 9.2 thousand million USD billed cost',
    );
  });

  it('counts months and currencies by themselves, up to the last nano-unit', () => {
    const guard = AmountGuard.create();
    guard.add(lineOf(HALF, {}));
    guard.add(lineOf(HALF, { currency: 'IDR' }));
    guard.add(lineOf(HALF, { month: '2026-11-01' }));
    expect(() => guard.add(lineOf(HALF - 1n, {}))).not.toThrow();
    expect(() => guard.add(lineOf(1n, {}))).toThrow('USD billed cost');
  });
});
