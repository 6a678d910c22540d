import { renderHook } from '@testing-library/react';
import { PartSurroundings } from '../__testUtils__/renderPart';
import type { Formats } from './Formats';
import { useFormats } from './useFormats';

const now = new Date('2026-11-20T12:00:00Z');

function ago(seconds: number): Date {
  return new Date(now.getTime() - seconds * 1000);
}

describe('useFormats', () => {
  let formats: Formats;

  beforeEach(() => {
    formats = renderHook(() => useFormats(), { wrapper: PartSurroundings })
      .result.current;
  });

  it("takes the reader's own variant of the language", () => {
    expect(formats.locale).toBe('en-GB');
  });

  it.each([
    [0.524, '52.4% left'],
    [0, '0.0% left'],
    [1, '100.0% left'],
    [-0.126, '12.6% overspent'],
    // Never clamped.
    [-4.2, '420.0% overspent'],
    [-0.0001, '0.01% overspent'],
  ])('tells a budget of %p in words: %p', (remaining, words) => {
    expect(formats.budgetLeft(remaining)).toBe(words);
  });

  it.each([
    [0.04, '40 ms'],
    [45, '45 s'],
    [138, '2 min 18 s'],
    [11_520, '3 h 12 min'],
    [93_600, '26 h'],
    [2_592_000, '30 d'],
    [86_400 * 1_500, '1,500 d'],
  ])('tells %p s as %p', (seconds, words) => {
    expect(formats.duration(seconds)).toBe(words);
  });

  it.each([
    [6.7 * 86_400, '6 d'],
    [47.9 * 3600, '47 h'],
    [25.5 * 3600, '25 h'],
    [3_599.9, '59 min 59 s'],
    [59.9, '59 s'],
    [86_400, '24 h'],
  ])('never rounds an age up: %p s is %p', (seconds, words) => {
    expect(formats.age(seconds)).toBe(words);
  });

  it.each([
    [0.5, 'just now'],
    [-0.5, 'just now'],
    [90, '1 min 30 s ago'],
    [18 * 3600, '18 h ago'],
    [-6 * 3600, 'in 6 h'],
    [48 * 3600 - 3600, '47 h ago'],
    [48 * 3600 - 60, '47 h ago'],
    [48 * 3600, '18 Nov'],
    [-48 * 3600, '22 Nov'],
    [400 * 86_400, '16 Oct 2025'],
  ])('tells an instant %p s ago as %p', (seconds, words) => {
    expect(formats.relative(ago(seconds), now)).toBe(words);
  });

  it('measures against the present unless told otherwise', () => {
    const before = new Date(Date.now() - 5 * 3600_000);
    expect(formats.relative(before)).toBe('5 h ago');
  });

  it('hands everything else on with its options', () => {
    expect(formats.share(0.075, { signed: true })).toBe('+7.5%');
    expect(formats.measured(0.98996, { target: 0.99 })).toBe('98.996%');
    expect(formats.burnRate(14.4)).toBe('14.4\u00d7');
    expect(formats.count(32413)).toBe('32,413');
    expect(
      formats.instant(now, 'clock', { timeZone: 'America/New_York' }),
    ).toBe('07:00');
  });
});
