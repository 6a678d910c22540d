import { utc } from '../__testUtils__/arbitraries';
import { correctionFaults } from './correctionFaults';

const DAY = 86_400;
const now = utc('2026-11-21T12:00:00Z');
const check = (
  options: Partial<Parameters<typeof correctionFaults>[0]> = {},
): string[] =>
  correctionFaults({
    from: now - 7_200,
    to: now - 3_600,
    reason: 'Planned move of the database',
    now,
    ...options,
  }).map(({ field, code }) => `${field} ${code}`);

describe('correctionFaults', () => {
  it('finds nothing wrong with an hour of maintenance', () => {
    expect(check()).toEqual([]);
  });

  it.each([
    [{ from: NaN }, 'from not-an-instant'],
    [{ to: NaN }, 'to not-an-instant'],
    [{ to: now - 7_200 }, 'from not-before-end'],
    [{ from: now - 90 * DAY - 1, to: now - 1 }, 'to too-long'],
    [{ from: now - 400 * DAY - 1, to: now - 399 * DAY }, 'from too-old'],
    [{ to: now + 30 * DAY + 1 }, 'to too-far-ahead'],
    [{ reason: '  too short  ' }, 'reason too-short-reason'],
    [{ reason: 'x'.repeat(501) }, 'reason too-long-reason'],
  ])('names the field of %p', (options, fault) => {
    expect(check(options)).toEqual([fault]);
  });

  it('takes what is just within the limits', () => {
    expect(check({ from: now - 90 * DAY, to: now })).toEqual([]);
    expect(check({ from: now - 400 * DAY, to: now - 399 * DAY })).toEqual([]);
    expect(check({ to: now + 30 * DAY })).toEqual([]);
    expect(check({ reason: `  ${'x'.repeat(10)}  ` })).toEqual([]);
    expect(check({ reason: 'x'.repeat(500) })).toEqual([]);
  });

  it('tells all that is wrong at once', () => {
    expect(check({ from: now, to: now, reason: '' })).toEqual([
      'from not-before-end',
      'reason too-short-reason',
    ]);
  });
});
