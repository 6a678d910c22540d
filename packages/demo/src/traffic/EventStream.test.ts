import fc from 'fast-check';
import { cycleMoment } from '../time/cycle';
import type { EventFacts } from './EventFacts';
import { EventStream } from './EventStream';

/** 2 November 2026, a Monday, 00:00 in Warsaw. */
const MONDAY = Date.parse('2026-11-01T23:00:00Z') / 60_000;
const WEEK = 7 * 24 * 60;

const facts: EventFacts = {
  eventsPerDay: 100_000,
  failing: 0.01,
  latency: [
    { seconds: 0.1, slower: 0.5 },
    { seconds: 1, slower: 0.02 },
  ],
};

const stream = () => EventStream.create({ name: 'test', facts });

function sum(count: (minute: number) => number, from: number, minutes: number) {
  let all = 0;
  for (let minute = from; minute < from + minutes; minute += 1) {
    all += count(minute);
  }
  return all;
}

describe('EventStream', () => {
  it('sees as many events, failures and slow events a week as it should', () => {
    const events = stream();
    const total = sum(minute => events.total(minute), MONDAY, WEEK);
    const failed = sum(minute => events.failed(minute), MONDAY, WEEK);
    const slow = sum(events.slowerThan(1), MONDAY, WEEK);
    expect(Math.abs(total - 700_000)).toBeLessThan(7_000);
    expect(failed / total).toBeGreaterThan(0.009);
    expect(failed / total).toBeLessThan(0.011);
    expect(slow / total).toBeGreaterThan(0.018);
    expect(slow / total).toBeLessThan(0.022);
  });

  it('answers the same in any order', () => {
    const minutes = fc.integer({ min: MONDAY, max: MONDAY + WEEK });
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 1 }), places => {
        const shuffled = stream();
        for (const minute of places) {
          const fresh = stream();
          expect(shuffled.total(minute)).toBe(fresh.total(minute));
          expect(shuffled.failed(minute)).toBe(fresh.failed(minute));
          expect(shuffled.slowerThan(0.5)(minute)).toBe(
            fresh.slowerThan(0.5)(minute),
          );
        }
      }),
    );
  });

  it('has buckets that grow with their bound, up to the total', () => {
    const events = stream();
    const slower = [0.05, 0.1, 0.5, 1, 5].map(seconds =>
      events.slowerThan(seconds),
    );
    fc.assert(
      fc.property(fc.integer({ min: MONDAY, max: MONDAY + WEEK }), minute => {
        const counts = slower.map(count => count(minute));
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
        expect(counts[0]).toBeLessThanOrEqual(events.total(minute));
        expect(events.failed(minute)).toBeLessThanOrEqual(events.total(minute));
      }),
    );
  });

  it('does what its episodes say, and only then', () => {
    const events = EventStream.create({
      name: 'test',
      facts: {
        ...facts,
        failing: 0,
        episodes: [
          {
            from: cycleMoment(8, '14:06'),
            minutes: 3,
            failing: [0.5, 1, 0.25],
            slow: { share: 0.4, seconds: 2 },
          },
        ],
      },
    });
    const begin = Date.parse('2026-11-03T13:06:00Z') / 60_000;
    const shares = [-1, 0, 1, 2, 3].map(
      offset => events.failed(begin + offset) / events.total(begin + offset),
    );
    expect(shares.map(share => Math.round(share * 20) / 20)).toEqual([
      0, 0.5, 1, 0.25, 0,
    ]);
    const slow = (seconds: number) =>
      sum(events.slowerThan(seconds), begin, 3) /
      sum(minute => events.total(minute), begin, 3);
    expect(slow(1)).toBeGreaterThan(0.4);
    expect(slow(2)).toBeLessThan(0.05);
  });

  it('has no histogram without a curve', () => {
    const { latency, ...others } = facts;
    expect(stream().timed).toBe(true);
    expect(EventStream.create({ name: 'a', facts: others }).timed).toBe(false);
  });
});
