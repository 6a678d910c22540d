import { formatInstant, type InstantStyle } from './formatInstant';

const locale = 'en-GB';
const timeZone = 'Europe/Berlin';
const now = new Date('2026-11-20T12:00:00Z');

describe('formatInstant', () => {
  it.each<[InstantStyle, RegExp]>([
    ['clock', /^10:23$/],
    ['clock-seconds', /^10:23:36$/],
    ['date', /^19 Nov$/],
    ['short', /^Thu,? 19 Nov,? 10:23$/],
    ['exact', /^Thu,? 19 Nov 2026(,| at) 10:23:36 CET$/],
    ['month', /^Nov$/],
    ['month-long', /^November$/],
  ])('writes the style %p', (style, words) => {
    const instant = new Date('2026-11-19T09:23:36Z');
    expect(formatInstant(instant, style, { locale, timeZone, now })).toMatch(
      words,
    );
  });

  it('counts hours to 24, and midnight as 0, whatever the locale does', () => {
    const midnight = new Date('2026-11-19T00:00:00Z');
    const evening = new Date('2026-11-19T22:05:00Z');
    const options = { locale: 'en-US', timeZone: 'UTC' };
    expect(formatInstant(midnight, 'clock', options)).toBe('00:00');
    expect(formatInstant(evening, 'clock', options)).toBe('22:05');
  });

  it('names the year of a date only if it is not this one', () => {
    const lastYear = new Date('2025-11-19T09:23:36Z');
    const options = { locale, timeZone, now };
    expect(formatInstant(lastYear, 'date', options)).toBe('19 Nov 2025');
  });

  it("takes the year in the reader's zone", () => {
    // In Berlin it is 2026 already.
    const eve = new Date('2025-12-31T23:30:00Z');
    expect(formatInstant(eve, 'date', { locale, timeZone, now })).toBe('1 Jan');
    expect(formatInstant(eve, 'date', { locale, timeZone: 'UTC', now })).toBe(
      '31 Dec 2025',
    );
  });

  it.each([
    ['en-US', 'Europe/Warsaw', 'CET'],
    ['en-US', 'America/New_York', 'EST'],
    ['en-GB', 'America/New_York', 'EST'],
    ['fr', 'Europe/Paris', 'CET'],
    ['en-US', 'Asia/Tokyo', 'Asia/Tokyo'],
    ['en-US', 'UTC', 'UTC'],
    ['en-GB', 'Europe/London', 'GMT'],
  ])('names the zone to a reader of %s: %s is %s', (reader, zone, name) => {
    const text = formatInstant(new Date('2026-11-19T09:23:36Z'), 'exact', {
      locale: reader,
      timeZone: zone,
    });
    expect(text.endsWith(` ${name}`)).toBe(true);
  });

  it('names the zone that holds at the instant', () => {
    const summer = new Date('2026-07-19T09:00:00Z');
    expect(formatInstant(summer, 'exact', { locale, timeZone })).toMatch(
      /11:00:00 CEST$/,
    );
  });
});
