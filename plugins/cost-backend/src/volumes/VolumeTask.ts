import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError, toError } from '@backstage/errors';
import { addDays } from '@plimsoll/plugin-cost-common';
import type { SloApi } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import pLimit from 'p-limit';
import { scheduleLeased } from '../leases/scheduleLeased';
import { askVolume } from './askVolume';
import { CountedStore, counterKey } from './CountedStore';
import { nextCounted, SETTLING_MS } from './nextCounted';
import type { CostUnit } from './readUnits';
import { countersOf, requestsOf, type VolumeCounter } from './VolumeCounter';
import { VolumeStore } from './VolumeStore';

/** Days that are asked for as long as not all of them are known. */
const HISTORY_DAYS = 120;
/** Days that are asked for again: they may have been measured late. */
const LATE_DAYS = 3;
/** Questions at a time. */
const AT_ONCE = 2;
/** So many failures in a row are not the fault of single services. */
const MOST_FAILURES = 5;
const LONGEST_MESSAGE = 500;

/** @see VolumeTask */
export interface VolumeTaskOptions {
  client: Knex;
  slo: Pick<SloApi, 'getVolume' | 'getHistory'>;
  auth: AuthService;
  units: readonly CostUnit[];
  logger: LoggerService;
  /** Unix milliseconds. */
  now(): number;
  /** Told when volumes have changed. */
  onChange(): Promise<void>;
}

/**
 * Keeps how many requests services had a day, as the SLO plugin counted them,
 * so that no page asks it. Without that plugin there are no unit costs. One
 * service that it cannot answer for keeps no other waiting.
 */
export class VolumeTask {
  readonly #options: VolumeTaskOptions;
  readonly #store: VolumeStore;
  readonly #counted: CountedStore;

  static create(options: VolumeTaskOptions): VolumeTask {
    return new VolumeTask(options);
  }

  private constructor(options: VolumeTaskOptions) {
    this.#options = options;
    this.#store = VolumeStore.create(options);
    this.#counted = CountedStore.create(options);
  }

  /** Lets one replica ask what is due, soon after the start for the first time. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduleLeased({
      ...this.#options,
      scheduler,
      id: 'cost-volumes',
      // looks for services that are new; each is asked when it is due
      everySeconds: 20,
      initialDelaySeconds: 20,
      fn: async signal => {
        await this.run({ signal });
      },
    });
  }

  /** @returns how many days were new or other than before */
  async run(options: { signal: AbortSignal }): Promise<number> {
    const { signal } = options;
    const { logger, onChange, now } = this.#options;
    const counters = await this.#counters();
    const known = await this.#counted.readAll();
    await this.#counted.forgetOthers({ counters, known });
    const due = counters.filter(
      counter => (known.get(counterKey(counter))?.dueAt ?? 0) <= now(),
    );
    const limit = pLimit(AT_ONCE);
    let changed = 0;
    let failures = 0;
    await Promise.all(
      due.map(counter =>
        limit(async () => {
          if (signal.aborted || failures >= MOST_FAILURES) {
            return;
          }
          const state = known.get(counterKey(counter));
          try {
            const answer = await this.#ask(counter, signal, state?.askedAt);
            changed += answer.changed;
            await this.#counted.keep({
              counter,
              state: nextCounted({ state, answer, now: now() }),
            });
            failures = 0;
          } catch (error) {
            if (!signal.aborted) {
              failures++;
              await this.#counted.keep({
                counter,
                state: nextCounted({ state, now: now() }),
                error: toError(error).message.slice(0, LONGEST_MESSAGE),
              });
            }
          }
        }),
      ),
    );
    signal.throwIfAborted();
    if (failures >= MOST_FAILURES) {
      logger.info(
        'The SLO plugin does not say how many requests there were, it is asked again',
      );
    }
    if (changed > 0) {
      await onChange();
    }
    return changed;
  }

  /** What units name comes first. */
  async #counters(): Promise<VolumeCounter[]> {
    const { client, units } = this.#options;
    const costed: string[] = await client('cost_service')
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .pluck('entity_ref');
    const all = [
      ...units.flatMap(unit => countersOf({ unit, entityRefs: [] })),
      ...costed.map(requestsOf),
    ];
    return [...new Map(all.map(one => [counterKey(one), one])).values()];
  }

  /** @param askedAt - Unix milliseconds of the first question */
  async #ask(
    counter: VolumeCounter,
    signal: AbortSignal,
    askedAt: number | undefined,
  ): Promise<{ changed: number; days: number; missing: number }> {
    const { slo, auth, now } = this.#options;
    const today = new Date(now()).toISOString().slice(0, 10);
    const from = await this.#firstDay(counter, today, askedAt);
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'slo',
    });
    const question = { slo, counter, from, to: today, token, signal };
    const { days, partial, missing } = await askVolume(question).catch(
      error => {
        if (isRefusal(error)) {
          return { days: [], partial: [], missing: 0 };
        }
        throw error;
      },
    );
    if (days.length === 0) {
      // it counts nothing now: no word about what it counted before
      return { changed: 0, days: 0, missing };
    }
    const changed = await this.#store.keep({
      counter,
      days,
      partial,
      from,
      to: today,
      now: now(),
    });
    return { changed, days: days.length, missing };
  }

  /** The SLO plugin reads its own history in the first hour, day by day. */
  async #firstDay(
    counter: VolumeCounter,
    today: string,
    askedAt: number | undefined,
  ): Promise<string> {
    const isNew =
      askedAt === undefined || this.#options.now() - askedAt < SETTLING_MS;
    const last = isNew ? undefined : await this.#store.lastDay(counter);
    return last ? addDays(last, 1 - LATE_DAYS) : addDays(today, -HISTORY_DAYS);
  }
}

/** A service that the SLO plugin does not know; a missing plugin answers alike. */
function isRefusal(error: unknown): boolean {
  return (
    isError(error) && (error.statusCode === 400 || error.statusCode === 404)
  );
}
