import { drift } from '../noise/drift';
import { seedOf, uniform } from '../noise/uniform';
import { wholeCount } from '../noise/wholeCount';
import { type Episode, failingShare, slowShare } from '../stories/Episode';
import { MINUTES_PER_DAY } from '../time/constants';
import { cyclePosition } from '../time/cycle';
import { shopMinute } from '../time/shopMinute';
import type { EventFacts } from './EventFacts';
import { LatencyCurve } from './LatencyCurve';
import { BUSYNESS_OF_AVERAGE_VISITOR, rhythm } from './rhythm';

const { floor, min } = Math;

/** Minutes that share their noise: one bucket of the ledger. */
const STRETCH_MINUTES = 5;

/** One stretch; the object is used again for the next. */
interface Stretch {
  number: number;
  /** Events of each minute. */
  totals: Int32Array;
  failing: number;
  slowness: number;
  /** In the cycle, of the first minute. */
  position: number;
}

/**
 * The events of one service, minute by minute: a pure function of the minute.
 * Minutes are Unix minutes.
 */
export class EventStream {
  readonly #facts: EventFacts;
  readonly #episodes: readonly Episode[];
  readonly #curve: LatencyCurve | undefined;
  readonly #seed: number;
  /** The stretch that was asked for last, since minutes come in order. */
  readonly #last: Stretch = {
    number: Number.NaN,
    totals: new Int32Array(STRETCH_MINUTES),
    failing: 0,
    slowness: 0,
    position: 0,
  };

  static create(options: { name: string; facts: EventFacts }): EventStream {
    return new EventStream(options);
  }

  private constructor(options: { name: string; facts: EventFacts }) {
    this.#facts = options.facts;
    this.#episodes = options.facts.episodes ?? [];
    this.#seed = seedOf(options.name);
    this.#curve =
      options.facts.latency && LatencyCurve.create(options.facts.latency);
  }

  /** Whether the service measures how long its events take. */
  get timed(): boolean {
    return this.#curve !== undefined;
  }

  /** All events of a minute. */
  total(minute: number): number {
    return this.#stretch(minute).totals[minute % STRETCH_MINUTES];
  }

  /** Those of them that failed. */
  failed(minute: number): number {
    const { totals, failing, position } = this.#stretch(minute);
    const inside = minute % STRETCH_MINUTES;
    const share = failing + failingShare(this.#episodes, position + inside);
    return wholeCount(totals[inside] * min(1, share), {
      of: 'failures',
      seed: this.#seed,
      minute,
    });
  }

  /**
   * Counts the events that took longer than `seconds`.
   *
   * @returns a function of the minute, since the curve is read only once
   */
  slowerThan(seconds: number): (minute: number) => number {
    const usual = this.#curve?.slowerThan(seconds) ?? 0;
    return minute => {
      const { totals, slowness, position } = this.#stretch(minute);
      const inside = minute % STRETCH_MINUTES;
      const share =
        usual * slowness +
        slowShare(this.#episodes, position + inside, seconds);
      return wholeCount(totals[inside] * min(1, share), {
        of: 'slowness',
        seed: this.#seed,
        minute,
      });
    };
  }

  #stretch(minute: number): Stretch {
    const number = floor(minute / STRETCH_MINUTES);
    if (this.#last.number !== number) {
      this.#describe(number);
    }
    return this.#last;
  }

  #describe(number: number) {
    const stretch = this.#last;
    const seed = this.#seed;
    const first = number * STRETCH_MINUTES;
    const local = shopMinute(first);
    const hour = local / 60;
    const busyness = rhythm(local);
    const crowd =
      0.95 + 0.1 * drift(seed, hour) + 0.06 * (uniform(seed, number) - 0.5);
    const eventsPerMinute =
      (this.#facts.eventsPerDay / MINUTES_PER_DAY) * busyness * crowd;
    for (let inside = 0; inside < STRETCH_MINUTES; inside += 1) {
      stretch.totals[inside] = wholeCount(eventsPerMinute, {
        of: 'events',
        seed,
        minute: first + inside,
      });
    }
    stretch.number = number;
    stretch.position = cyclePosition(local);
    stretch.failing = this.#facts.failing * mood(seed, hour, number);
    // Busy hours are slow hours; the average visitor sees the curve as it is.
    stretch.slowness =
      (0.5 + (0.5 * busyness) / BUSYNESS_OF_AVERAGE_VISITOR) *
      (0.8 + 0.4 * drift(seed + 4, hour));
  }
}

/** Good and bad days, hours and stretches: 1 on average. */
function mood(seed: number, hour: number, stretch: number): number {
  return (
    (0.6 + 0.8 * drift(seed + 1, hour)) *
    (0.85 + 0.3 * drift(seed + 2, hour / 24)) *
    (0.8 + 0.4 * uniform(seed + 3, stretch))
  );
}
