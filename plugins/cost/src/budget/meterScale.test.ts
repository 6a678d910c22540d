import fc from 'fast-check';
import { meterScale } from './meterScale';

const amount = fc
  .integer({ min: 0, max: 1_000_000 })
  .map(cents => (cents / 100).toFixed(2));

describe("a budget's bar", () => {
  it('has room beyond the largest amount', () => {
    const place = meterScale({
      budget: { amount: '800', used: '415.48' },
      forecast: { high: '774.90' },
    });
    expect(place('800')).toBeCloseTo(93.46, 1);
    expect(place('0')).toBe(0);
    expect(place('-5')).toBe(0);
  });

  it('keeps every amount on it, in their order, also when overspent', () => {
    fc.assert(
      fc.property(amount, amount, amount, (budget, used, high) => {
        const place = meterScale({
          budget: { amount: budget, used },
          forecast: { high },
        });
        const amounts = [budget, used, high].sort(
          (a, b) => Number(a) - Number(b),
        );
        const places = amounts.map(place);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places[2]).toBeLessThan(100);
      }),
    );
  });
});
