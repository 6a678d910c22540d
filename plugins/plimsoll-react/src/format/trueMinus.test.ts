import { trueMinus } from './trueMinus';

describe('trueMinus', () => {
  it('puts the minus sign for the hyphen', () => {
    expect(trueMinus('-19.4%')).toBe('\u221219.4%');
  });

  it('leaves everything else alone', () => {
    expect(trueMinus('+7.5% of 1,000')).toBe('+7.5% of 1,000');
  });
});
