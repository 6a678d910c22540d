import { utc } from '../__testUtils__/arbitraries';
import { isMostlyUnmeasured, isWarmingUp } from './warmUp';

const DAY = 86_400;
const at = utc('2026-11-21T12:00:00Z');

const late = (seconds: number, length: number, ahead = 0) =>
  isWarmingUp({
    window: { from: at - length, to: at, fullTo: at + ahead },
    measuredFrom: at - length + seconds,
  });

describe('isWarmingUp', () => {
  it('forgives a first measurement an hour late', () => {
    expect(late(-DAY, 30 * DAY)).toBe(false);
    expect(late(0, 30 * DAY)).toBe(false);
    expect(late(3_600, 30 * DAY)).toBe(false);
    expect(late(3_601, 30 * DAY)).toBe(true);
  });

  it('forgives less in a window shorter than a day', () => {
    expect(late(300, 7_200)).toBe(false);
    expect(late(301, 7_200)).toBe(true);
  });

  it('measures the grace by the whole calendar window', () => {
    expect(late(3_600, 7_200, 30 * DAY)).toBe(false);
    expect(late(3_601, 7_200, 30 * DAY)).toBe(true);
  });

  it('is warming up before the first measurement', () => {
    expect(
      isWarmingUp({ window: { from: at - DAY, to: at, fullTo: at } }),
    ).toBe(true);
  });
});

describe('isMostlyUnmeasured', () => {
  const unmeasured = (coveredSeconds: number, length: number, ahead = 0) =>
    isMostlyUnmeasured({
      window: { from: at - length, to: at, fullTo: at + ahead },
      coveredSeconds,
    });

  it('asks for half of the window, wherever it lies', () => {
    expect(unmeasured(15 * DAY - 1, 30 * DAY)).toBe(true);
    expect(unmeasured(15 * DAY, 30 * DAY)).toBe(false);
    expect(unmeasured(0, 30 * DAY)).toBe(true);
  });

  it('asks for half of what has passed of a calendar window', () => {
    expect(unmeasured(4 * DAY, 10 * DAY, 20 * DAY)).toBe(true);
    expect(unmeasured(5 * DAY, 10 * DAY, 20 * DAY)).toBe(false);
  });

  it('does not judge the first hour of a month by its gaps', () => {
    expect(unmeasured(0, 3_600, 30 * DAY)).toBe(false);
    expect(unmeasured(0, 3_601, 30 * DAY)).toBe(true);
  });
});
