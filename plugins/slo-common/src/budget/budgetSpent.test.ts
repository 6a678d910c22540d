import { budgetSpent } from './budgetSpent';

describe('budgetSpent', () => {
  it('is the share of the window that a stretch cost', () => {
    expect(
      budgetSpent({ target: 0.999, bad: 194, windowTotal: 1_000_000 }),
    ).toBe(0.194);
  });

  it('may be more than the whole budget', () => {
    expect(budgetSpent({ target: 0.99, bad: 30, windowTotal: 1_000 })).toBe(3);
  });

  it('is zero for a clean stretch', () => {
    expect(budgetSpent({ target: 0.99, bad: 0, windowTotal: 1_000 })).toBe(0);
  });

  it('is not known for a window without events', () => {
    expect(
      budgetSpent({ target: 0.99, bad: 0, windowTotal: 0 }),
    ).toBeUndefined();
  });
});
