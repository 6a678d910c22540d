import { percentText } from './percentText';

describe('percentText', () => {
  it.each([
    [99.99, 'en-GB', '99.99'],
    [99.9, 'en-GB', '99.9'],
    [99.95, 'de', '99,95'],
    [99, 'en-GB', '99'],
  ])('writes %d in %s as %s', (percent, locale, text) => {
    expect(percentText(percent, locale)).toBe(text);
  });
});
