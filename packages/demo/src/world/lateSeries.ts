import type { CounterSeries } from './series';

const { floor } = Math;

const MINUTES_PER_WEEK = 7 * 24 * 60;

/** A Wednesday, 09:12 UTC: the weekly release that restarts every pod. */
const FIRST_RESTART = Date.UTC(2026, 9, 28, 9, 12) / 60_000;

/**
 * A counter that nobody initialises with zero: after each weekly restart it is
 * absent until it has something to count, and that first reading shows no
 * growth, as with every `rate` of Prometheus.
 *
 * @param growth - what the counter would have shown with a zero at its start
 */
export function lateSeries(growth: (minute: number) => number): CounterSeries {
  const firsts = new Map<number, number>();

  function firstSince(restart: number): number {
    let first = firsts.get(restart);
    if (first === undefined) {
      first = restart;
      while (first < restart + MINUTES_PER_WEEK && growth(first) === 0) {
        first += 1;
      }
      firsts.set(restart, first);
    }
    return first;
  }

  function restartBefore(minute: number): number {
    const weeks = floor((minute - FIRST_RESTART) / MINUTES_PER_WEEK);
    return FIRST_RESTART + weeks * MINUTES_PER_WEEK;
  }

  return {
    kind: 'counter',
    growth: minute =>
      minute === firstSince(restartBefore(minute)) ? 0 : growth(minute),
    exists: minute => minute >= firstSince(restartBefore(minute)),
    note: 'demo-late-series',
  };
}
