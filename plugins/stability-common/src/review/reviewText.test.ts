import { durationText, instantText } from './reviewText';

describe('durationText', () => {
  it.each([
    [0, '0 s'],
    [59.4, '59 s'],
    [60, '1 min'],
    [138, '2 min 18 s'],
    [3600, '1 h'],
    [3605, '1 h'],
    [11_520, '3 h 12 min'],
    [93_600, '1 d 2 h'],
    [86_400, '1 d'],
  ])('of %d seconds is %s', (seconds, text) => {
    const from = '2026-11-03T14:00:00.000Z';
    const to = new Date(Date.parse(from) + seconds * 1000).toISOString();
    expect(durationText(from, to)).toBe(text);
  });

  it('is none when an end is not known or clocks disagree', () => {
    const at = '2026-11-03T14:00:00.000Z';
    expect(durationText(at, undefined)).toBeUndefined();
    expect(durationText(undefined, at)).toBeUndefined();
    expect(durationText(at, '2026-11-03T13:59:59Z')).toBeUndefined();
  });
});

describe('instantText', () => {
  it('is in UTC, to the second', () => {
    expect(instantText('2026-11-03T14:06:10.500+01:00')).toBe(
      '2026-11-03 13:06:10',
    );
  });
});
