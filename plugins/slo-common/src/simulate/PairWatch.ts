import type { BurnPair } from '../burnRate/burnPairs';
import { burnRate } from '../burnRate/burnRate';
import { burnWindowRange } from '../burnRate/burnWindowRange';
import { hasEnoughBad } from '../burnRate/hasEnoughBad';
import { isPairBurning } from '../burnRate/isPairBurning';
import type { LedgerRange } from '../ledger/LedgerRange';
import type { BudgetUnit } from '../objective/ObjectiveDefinition';
import { BURN_WINDOW_SECONDS, type BurnWindow } from '../status/BurnRates';
import {
  COARSE_SECONDS,
  replayStretches,
  type ReplayStretch,
} from './replayStretches';
import type { RunningSums } from './RunningSums';

/** @see PairWatch */
export interface PairWatchOptions extends LedgerRange {
  pair: BurnPair;
  target: number;
  unit: BudgetUnit;
  /** Bad units that the long window needs. */
  minBad: number;
  sums: RunningSums;
  /** Where buckets of five minutes begin. */
  fineFrom?: number;
}

/**
 * Replays one pair of windows for one target, instant after instant. Between
 * two looks it stays what it was at the last one.
 */
export class PairWatch {
  readonly pair: BurnPair;
  readonly #options: PairWatchOptions;
  readonly #stretches: ReplayStretch[];
  #stretch = 0;
  #isBurning = false;

  static create(options: PairWatchOptions): PairWatch {
    return new PairWatch(options);
  }

  private constructor(options: PairWatchOptions) {
    this.pair = options.pair;
    this.#options = options;
    this.#stretches = replayStretches(options);
  }

  /** Whether the pair burns at an instant; instants ascend. */
  look(at: number): boolean {
    const every = this.#everySeconds(at);
    if (every === undefined) {
      this.#isBurning = false;
    } else if (at % every === 0 || at === this.#options.to) {
      // the end of the span is looked at as the objective's status is
      this.#isBurning = this.#burnsAt(at);
    }
    return this.#isBurning;
  }

  /**
   * Whether the pair may have burned somewhere in the quarter of an hour that
   * ends at an instant, where it cannot be replayed: judged by the most that
   * was bad and the least that there was in any of its windows. `false` is
   * certain.
   */
  mayHaveBurned(at: number): boolean {
    if (this.#everySeconds(at) !== undefined || at % COARSE_SECONDS !== 0) {
      return false;
    }
    const { minBad, target, sums } = this.#options;
    const { long, short, factor } = this.pair;
    const [inLong, inShort] = [long, short].map(window =>
      extremes({ window, at, sums }),
    );
    const mayBeFaster = (counts: { bad: number; total: number }) =>
      counts.bad > 0 && (burnRate({ target, ...counts }) ?? Infinity) > factor;
    return (
      hasEnoughBad({ bad: inLong.bad, minBad }) &&
      mayBeFaster(inLong) &&
      mayBeFaster(inShort)
    );
  }

  #burnsAt(at: number): boolean {
    const { sums, ...how } = this.#options;
    const sumOf = (window: BurnWindow) =>
      sums.sum(burnWindowRange({ window, at }));
    return isPairBurning({ ...how, sumOf });
  }

  #everySeconds(at: number): number | undefined {
    while (
      this.#stretch < this.#stretches.length - 1 &&
      at > this.#stretches[this.#stretch].to
    ) {
      this.#stretch += 1;
    }
    return this.#stretches[this.#stretch]?.everySeconds;
  }
}

/**
 * The most bad units, and the fewest units at all, that any window holds which
 * ends within the quarter of an hour before an instant.
 */
function extremes(options: {
  window: BurnWindow;
  at: number;
  sums: RunningSums;
}): { bad: number; total: number } {
  const { window, at, sums } = options;
  const seconds = BURN_WINDOW_SECONDS[window];
  const start = at - COARSE_SECONDS;
  const down = (instant: number) =>
    Math.floor(instant / COARSE_SECONDS) * COARSE_SECONDS;
  const up = (instant: number) =>
    Math.ceil(instant / COARSE_SECONDS) * COARSE_SECONDS;
  return {
    bad: sums.sum({ from: down(start + 1 - seconds), to: at }).bad,
    total: sums.sum({ from: up(at - seconds), to: start }).total,
  };
}
