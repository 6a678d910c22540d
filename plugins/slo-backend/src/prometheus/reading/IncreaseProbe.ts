import {
  QueryRefusedError,
  QueryTooLargeError,
  type PrometheusApi,
} from '@plimsoll/prometheus-client';
import {
  renderSelector,
  wholeDuration,
  type ServerIncrease,
} from '@plimsoll/promql';
import type { QueryReaderOptions } from './QueryReader';

const KEPT_MS = 60 * 60_000;
const AFTER_FAILURE_MS = 5 * 60_000;
const TIMEOUT_SECONDS = 5;
const WINDOW_SECONDS = 300;
/** `anchored` looks back five minutes at most, which must hold two scrapes. */
const LONGEST_SCRAPE_SECONDS = 120;

/** What the probe works with. */
export interface IncreaseProbeOptions extends QueryReaderOptions {
  api: PrometheusApi;
  /** Unix milliseconds; the clock's by default. */
  now?: () => number;
}

/**
 * Finds out by asking, once an hour, whether a server tells exactly what a
 * counter grew by; never from what it calls itself. The question reads no
 * series.
 */
export class IncreaseProbe {
  readonly #options: IncreaseProbeOptions;
  readonly #now: () => number;
  #known: ServerIncrease | undefined;
  #until = -Infinity;
  #asking: Promise<void> | undefined;

  static create(options: IncreaseProbeOptions): IncreaseProbe {
    return new IncreaseProbe(options);
  }

  private constructor(options: IncreaseProbeOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** What was found last; `undefined` where the server can do nothing. */
  get known(): ServerIncrease | undefined {
    return this.#known;
  }

  /** What the server can do. A server that does not answer changes nothing. */
  async find(): Promise<ServerIncrease | undefined> {
    if (this.#now() >= this.#until) {
      this.#asking ??= this.#ask().finally(() => {
        this.#asking = undefined;
      });
      await this.#asking;
    }
    return this.#known;
  }

  async #ask(): Promise<void> {
    try {
      this.#known = await this.#findOut();
      this.#until = this.#now() + KEPT_MS;
    } catch {
      this.#until = this.#now() + AFTER_FAILURE_MS;
    }
  }

  async #findOut(): Promise<ServerIncrease | undefined> {
    const { scrapeSeconds } = this.#options;
    return scrapeSeconds <= LONGEST_SCRAPE_SECONDS &&
      (await this.#answersOne(this.#anchored()))
      ? 'anchored'
      : undefined;
  }

  /** Answers 1 where the modifier is understood: nobody has such a series. */
  #anchored(): string {
    const selector = renderSelector({
      metric: 'plimsoll_probe',
      matchers: Object.entries(this.#options.enforcedMatchers).map(
        ([label, value]) => ({ label, operator: '=' as const, value }),
      ),
    });
    const range = wholeDuration(WINDOW_SECONDS);
    return `sum(absent(increase(${selector}[${range}] anchored)))`;
  }

  async #answersOne(query: string): Promise<boolean> {
    const time = Math.floor(this.#now() / 1_000);
    try {
      const series = await this.#options.api.query({
        query,
        time,
        timeoutSeconds: TIMEOUT_SECONDS,
      });
      return (
        series.length === 1 &&
        Object.keys(series[0].labels).length === 0 &&
        series[0].points.every(([, value]) => value === 1)
      );
    } catch (error) {
      if (
        error instanceof QueryRefusedError ||
        error instanceof QueryTooLargeError
      ) {
        return false;
      }
      throw error;
    }
  }
}
