import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { utc } from '../__testUtils__/arbitraries';
import { historyStep } from './historyStep';

const HOUR = 3_600;
const DAY = 86_400;
const now = utc('2026-11-21T12:00:00Z');
const back = (seconds: number, step?: number) =>
  historyStep({ from: now - seconds, to: now, now, step });

describe('historyStep', () => {
  it.each([
    [HOUR, 300],
    [DAY, 300],
    [41 * HOUR, 300],
    [42 * HOUR, 900],
    [3 * DAY, 900],
    [7 * DAY, 1_800],
    [14 * DAY, HOUR],
    [30 * DAY, 2 * HOUR],
    [90 * DAY, 6 * HOUR],
    [365 * DAY, DAY],
    [730 * DAY, 7 * DAY],
    [20 * 365 * DAY, 3 * 7 * DAY],
  ])('gives at most 500 points over %d s: %d s', (seconds, step) => {
    expect(back(seconds)).toBe(step);
  });

  it('is never finer than the ledger there', () => {
    const hourLongAgo = (age: number) =>
      historyStep({ from: now - age, to: now - age + HOUR, now });
    expect(hourLongAgo(3 * DAY)).toBe(300);
    expect(hourLongAgo(3 * DAY + 1)).toBe(900);
    expect(hourLongAgo(400 * DAY)).toBe(900);
    expect(hourLongAgo(400 * DAY + 1)).toBe(DAY);
  });

  it('takes the step that was asked for when it fits', () => {
    expect(back(DAY, 600)).toBe(600);
    expect(back(30 * DAY, DAY)).toBe(DAY);
    expect(back(7 * DAY, 2_700)).toBe(2_700);
    expect(back(500 * 300, 300)).toBe(300);
  });

  it.each([
    [7 * DAY, 300, '900 from 1800 on'],
    [7 * DAY, 2_000, '900 from 1800 on'],
    [500 * 300 + 1, 300, '300 from 600 on'],
    [DAY, 450, '300 from 300 on'],
    [DAY, 0, '300 from 300 on'],
    [DAY, -300, '300 from 300 on'],
  ])(
    'refuses over %d s a step of %d and says which fits',
    (seconds, step, fit) => {
      expect(() => back(seconds, step)).toThrow(InputError);
      expect(() => back(seconds, step)).toThrow(
        `A step of ${step} seconds does not fit this stretch; use a multiple of ` +
          `${fit}, or leave it out`,
      );
    },
  );

  it('property: the step it gives is one that it accepts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 800 * DAY }),
        fc.nat(800 * DAY),
        (length, age) => {
          const to = now - age;
          const range = { from: to - length, to, now };
          const step = historyStep(range);
          expect(historyStep({ ...range, step })).toBe(step);
        },
      ),
    );
  });
});
