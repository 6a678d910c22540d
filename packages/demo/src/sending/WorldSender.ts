import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Delivery } from '../deliveries/Delivery';
import { deliveriesOf } from '../deliveries/deliveriesOf';
import { cycleAt } from '../time/shopInstant';
import type { Reception } from './DoorClient';

const DAY_MS = 86_400_000;
/** The longest window that the portal shows, and a little more. */
export const HISTORY_DAYS = 184;
/** Deliveries at the same time, and the pause after them: others have work, too. */
const AT_ONCE = 16;
const PAUSE_MS = 4;
/** How often it is looked whether the moment of a delivery has come. */
const TICK_MS = 5_000;

/** @see WorldSender */
export interface WorldSenderOptions {
  deliver(delivery: Delivery, signal: AbortSignal): Promise<Reception>;
  /**
   * Whether the portal knows deployments in this stretch, Unix milliseconds:
   * then an earlier start has sent all history.
   */
  knows(range: { from: number; to: number }): Promise<boolean>;
  logger: LoggerService;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * Lets ShopKart's tools report: half a year of history, newest first so that
 * pages fill at once, and from then on each webhook when its moment comes.
 *
 * It keeps no state. After a restart it sends again what the portal might have
 * missed, which changes nothing where it had not.
 */
export class WorldSender {
  readonly #options: WorldSenderOptions;
  readonly #now: () => number;
  #newest: { cycle: number; deliveries: Delivery[] } | undefined;

  static create(options: WorldSenderOptions): WorldSender {
    return new WorldSender(options);
  }

  private constructor(options: WorldSenderOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Sends until it is told to stop. */
  async run(signal: AbortSignal): Promise<void> {
    const startedAt = this.#now();
    await this.sendHistory(startedAt, signal);
    let sentUpTo = startedAt;
    for (;;) {
      await sleep(TICK_MS, undefined, { signal, ref: false });
      sentUpTo = await this.sendDue(sentUpTo, signal);
    }
  }

  /**
   * Sends what happened before an instant.
   *
   * @param upTo - Unix milliseconds, exclusive
   */
  async sendHistory(upTo: number, signal: AbortSignal): Promise<void> {
    const { knows, logger } = this.#options;
    const from = upTo - HISTORY_DAYS * DAY_MS;
    const isComplete = await knows({ from, to: from + 4 * DAY_MS });
    const begun = performance.now();
    let accepted = 0;
    for (const day of daysBefore({ from, to: upTo })) {
      const fresh = await this.#sendAll(day, signal);
      accepted += fresh;
      if (isComplete && fresh === 0) {
        break;
      }
    }
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    logger.info(
      `The demo world has delivered its history: ${accepted} deliveries in ${seconds} s`,
    );
  }

  /**
   * Sends what has become due.
   *
   * @param from - Unix milliseconds up to which all was sent
   * @returns up to when all is sent now
   */
  async sendDue(from: number, signal: AbortSignal): Promise<number> {
    const to = this.#now();
    for (let cycle = cycleAt(from); cycle <= cycleAt(to); cycle += 1) {
      const due = this.#ofCycle(cycle).filter(
        ({ at }) => at >= from && at < to,
      );
      await this.#sendAll(due, signal);
    }
    return to;
  }

  /** The newest cycle is looked through every few seconds. */
  #ofCycle(cycle: number): Delivery[] {
    if (cycle !== cycleAt(this.#now())) {
      return deliveriesOf(cycle);
    }
    if (this.#newest?.cycle !== cycle) {
      this.#newest = { cycle, deliveries: deliveriesOf(cycle) };
    }
    return this.#newest.deliveries;
  }

  /** @returns how many of them the portal did not know */
  async #sendAll(
    deliveries: readonly Delivery[],
    signal: AbortSignal,
  ): Promise<number> {
    let accepted = 0;
    for (let index = 0; index < deliveries.length; index += AT_ONCE) {
      const answers = await Promise.all(
        deliveries
          .slice(index, index + AT_ONCE)
          .map(delivery => this.#options.deliver(delivery, signal)),
      );
      accepted += answers.filter(answer => answer === 'accepted').length;
      await sleep(PAUSE_MS, undefined, { signal });
    }
    return accepted;
  }
}

/** Deliveries of a stretch, a day at a time, the newest first. */
function* daysBefore(range: {
  from: number;
  to: number;
}): Generator<Delivery[]> {
  const { from, to } = range;
  let day: Delivery[] = [];
  for (let cycle = cycleAt(to); cycle >= cycleAt(from); cycle -= 1) {
    for (const delivery of deliveriesOf(cycle).reverse()) {
      if (delivery.at >= to || delivery.at < from) {
        continue;
      }
      if (day.length > 0 && dayOf(day[0]) !== dayOf(delivery)) {
        yield day;
        day = [];
      }
      day.push(delivery);
    }
  }
  if (day.length > 0) {
    yield day;
  }
}

function dayOf({ at }: Delivery): number {
  return Math.floor(at / DAY_MS);
}
