import type { LedgerRange } from '@plimsoll/plugin-slo-common';
import type { FactsReader } from './FactsReader';
import { revisedRange, unitedRange } from './revisedRange';
import type { ServiceEvents } from './ServiceEvents';

/** How long what is known counts as new, seconds. */
const FRESH_SECONDS = 20;
/** Facts may become visible a little out of order, seconds. */
const OVERLAP_SECONDS = 60;
/** A window of a year and the one before the shortest, seconds. */
const HORIZON_SECONDS = 400 * 86_400;

interface Known {
  events: ServiceEvents;
  /** What became otherwise since somebody last asked for it. */
  revised?: LedgerRange;
}

/**
 * Remembers what is counted of each service that has an objective. All of them
 * are kept new by one request, which names the services that have changed.
 */
export class EventsMemory {
  readonly #reader: FactsReader;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();
  /** Unix seconds at which all that is known was true. */
  #trueAt: number | undefined;
  /** What changed before this process began has been asked for. */
  #resumed = false;

  /** @param options.now - Unix seconds */
  static create(options: {
    reader: FactsReader;
    now: () => number;
  }): EventsMemory {
    return new EventsMemory(options.reader, options.now);
  }

  private constructor(reader: FactsReader, now: () => number) {
    this.#reader = reader;
    this.#now = now;
  }

  /** Oldest instant that is remembered, Unix seconds. */
  get oldest(): number {
    return this.#now() - HORIZON_SECONDS;
  }

  /** @throws ResponseError when the stability plugin does not answer */
  async events(
    entityRefs: readonly string[],
    signal?: AbortSignal,
  ): Promise<Map<string, ServiceEvents>> {
    await this.#refresh(signal);
    const result = new Map<string, ServiceEvents>();
    for (const ref of new Set(entityRefs)) {
      const known = this.#known.get(ref) ?? (await this.#load(ref, signal));
      result.set(ref, known.events);
    }
    return result;
  }

  /**
   * Stretches in which something became otherwise, and forgets them.
   *
   * @param options.since - Unix seconds; what an earlier process was told
   */
  async takeRevised(options: {
    entityRefs: readonly string[];
    since: number;
    signal?: AbortSignal;
  }): Promise<Map<string, LedgerRange>> {
    const { entityRefs, since, signal } = options;
    if (!this.#resumed) {
      const changed = await this.#reader.changed({ since, signal });
      const refs = entityRefs.filter(ref => changed.has(ref));
      const events = await this.events(refs, signal);
      events.forEach(({ first }, ref) => {
        if (first !== undefined) {
          this.#revise(ref, { from: first, to: this.#now() });
        }
      });
      this.#resumed = true;
    }
    await this.#refresh(signal);
    const ranges = new Map<string, LedgerRange>();
    for (const ref of new Set(entityRefs)) {
      const known = this.#known.get(ref);
      if (known?.revised) {
        ranges.set(ref, known.revised);
        known.revised = undefined;
      }
    }
    return ranges;
  }

  async #refresh(signal: AbortSignal | undefined): Promise<void> {
    const now = this.#now();
    const trueAt = this.#trueAt ?? now;
    if (this.#known.size > 0 && now - trueAt >= FRESH_SECONDS) {
      const changed = await this.#reader.changed({
        since: trueAt - OVERLAP_SECONDS,
        signal,
      });
      for (const ref of changed) {
        if (this.#known.has(ref)) {
          await this.#load(ref, signal);
        }
      }
      this.#trueAt = now;
    }
    this.#trueAt ??= now;
  }

  async #load(ref: string, signal: AbortSignal | undefined): Promise<Known> {
    const events = await this.#reader.events(ref, {
      from: this.oldest,
      signal,
    });
    const before = this.#known.get(ref);
    this.#known.set(ref, { ...before, events });
    const range = before && revisedRange(before.events, events);
    if (range) {
      this.#revise(ref, range);
    }
    return this.#known.get(ref) as Known;
  }

  #revise(ref: string, range: LedgerRange): void {
    const known = this.#known.get(ref);
    if (known) {
      known.revised = unitedRange(known.revised, range);
    }
  }
}
