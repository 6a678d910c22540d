import { BUSYNESS_OF_AVERAGE_VISITOR, rhythm } from './rhythm';

const MINUTES_PER_WEEK = 7 * 24 * 60;
const clock = (text: string) => Date.parse(`${text}:00Z`) / 60_000;

function meanOver(first: number, minutes: number) {
  let sum = 0;
  for (let minute = first; minute < first + minutes; minute += 1) {
    sum += rhythm(minute);
  }
  return sum / minutes;
}

describe('rhythm', () => {
  it('is 1 on average over a week', () => {
    const monday = clock('2026-11-02T00:00');
    expect(meanOver(monday, MINUTES_PER_WEEK)).toBeCloseTo(1, 6);
  });

  it('has quiet nights and a busy afternoon', () => {
    expect(rhythm(clock('2026-11-03T03:30'))).toBeLessThan(0.1);
    expect(rhythm(clock('2026-11-03T14:00'))).toBeGreaterThan(1.85);
    expect(rhythm(clock('2026-11-03T14:00'))).toBeLessThan(2.1);
  });

  it('has its best day on Tuesday and its worst on Saturday', () => {
    const days = [2, 3, 4, 5, 6, 7, 8].map(day =>
      meanOver(clock(`2026-11-0${day}T00:00`), 24 * 60),
    );
    expect(Math.max(...days)).toBe(days[1]);
    expect(Math.min(...days)).toBe(days[5]);
    expect(days[1]).toBeCloseTo(1.07, 6);
  });

  it('knows how busy it is when the average visitor is there', () => {
    const monday = clock('2026-11-02T00:00');
    let squares = 0;
    for (let offset = 0; offset < MINUTES_PER_WEEK; offset += 1) {
      squares += rhythm(monday + offset) ** 2;
    }
    expect(BUSYNESS_OF_AVERAGE_VISITOR).toBeCloseTo(
      squares / MINUTES_PER_WEEK,
      6,
    );
  });
});
