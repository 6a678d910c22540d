import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { quietMetrics } from '../quietMetrics';
import { collectGarbage } from './collectGarbage';

/** How one minute's evaluation went. */
export interface MeteredMinute {
  /** Unix seconds. */
  at: number;
  /** From the full minute until its last batch was written. */
  seconds: number;
  objectives: number;
  /** Requests that the source says it sent. */
  queries: number;
}

/** What was measured since the last reset. */
export interface FleetFigures {
  minutes: MeteredMinute[];
  worstStallMs: number;
  /**
   * Of the process beyond what it had before it evaluated, with the garbage of
   * either time: how much of it V8 lets lie is a matter of all that the process
   * holds, and of what happened at its start.
   */
  extraRssMiB: number;
  /** The same when garbage was collected before each look, both times. */
  extraHeldMiB?: number;
  /** Processor seconds of this process per second. */
  cpuShare: number;
}

/** Between two looks at what the process holds, milliseconds. */
const HELD_EVERY_MS = 2_000;

/** Watches an engine through its metrics, and the process that it works in. */
export class FleetMeter {
  readonly #delay = monitorEventLoopDelay({ resolution: 5 });
  #minutes = new Map<number, MeteredMinute>();
  #evaluated = 0;
  #queries = 0;
  #restingRss = 0;
  #restingHeld = 0;
  #mostRss = 0;
  #mostHeld: number | undefined;
  #holding: NodeJS.Timeout | undefined;
  #cpu = process.cpuUsage();
  #began = performance.now();

  static create(): FleetMeter {
    return new FleetMeter();
  }

  private constructor() {
    this.#delay.enable();
    setInterval(() => {
      this.#mostRss = Math.max(this.#mostRss, process.memoryUsage.rss());
    }, 250).unref();
  }

  /** Instruments for the plugin. */
  get metrics(): MetricsService {
    const quiet = quietMetrics();
    const counters: Record<string, (value: number) => void> = {
      'objectives.evaluated': value => {
        this.#evaluated += value;
      },
      'source.queries': value => {
        this.#queries += value;
      },
    };
    return {
      ...quiet,
      createCounter: name => ({ add: counters[name] ?? (() => {}) }),
      createHistogram: name => ({
        record: value => {
          if (name === 'evaluation.lag') {
            this.#written(value);
          }
        },
      }),
    };
  }

  /** Takes what the process has now for what it has at rest. */
  rest(): void {
    this.#restingRss = process.memoryUsage.rss();
    collectGarbage();
    this.#restingHeld = process.memoryUsage.rss();
    this.reset();
  }

  /**
   * Looks from now on what the process holds, until the next reset. That stalls
   * it each time: nothing else is to be measured meanwhile.
   */
  watchHeld(): void {
    this.reset();
    this.#holding = setInterval(() => {
      collectGarbage();
      this.#mostHeld = Math.max(this.#mostHeld ?? 0, process.memoryUsage.rss());
    }, HELD_EVERY_MS);
    this.#holding.unref();
  }

  reset(): void {
    clearInterval(this.#holding);
    this.#mostHeld = undefined;
    this.#minutes = new Map();
    this.#delay.reset();
    this.#mostRss = 0;
    this.#cpu = process.cpuUsage();
    this.#began = performance.now();
  }

  figures(): FleetFigures {
    const { user, system } = process.cpuUsage(this.#cpu);
    return {
      minutes: [...this.#minutes.values()],
      worstStallMs: this.#delay.max / 1e6,
      extraRssMiB: (this.#mostRss - this.#restingRss) / 2 ** 20,
      extraHeldMiB:
        this.#mostHeld && (this.#mostHeld - this.#restingHeld) / 2 ** 20,
      cpuShare: (user + system) / 1_000 / (performance.now() - this.#began),
    };
  }

  /** A batch was written so many seconds after its minute began. */
  #written(seconds: number): void {
    const at = Math.round((Date.now() / 1000 - seconds) / 60) * 60;
    const minute = this.#minutes.get(at) ?? {
      at,
      seconds: 0,
      objectives: 0,
      queries: 0,
    };
    minute.seconds = Math.max(minute.seconds, seconds);
    minute.objectives += this.#evaluated;
    minute.queries += this.#queries;
    this.#evaluated = 0;
    this.#queries = 0;
    this.#minutes.set(at, minute);
  }
}
