/** A clock that several processes share: it jumps to where a round begins. */
export interface RoundClock {
  /** Unix seconds at which the round begins. */
  at: number;
  /** When it began by the machine's clock, Unix milliseconds. */
  began: number;
}

/** Shows the time of a round, which passes as fast as the machine's. */
export function startClock(first: RoundClock) {
  let round = first;
  return {
    set(next: RoundClock) {
      round = next;
    },
    /** Unix milliseconds. */
    now: () => round.at * 1000 + Date.now() - round.began,
  };
}
