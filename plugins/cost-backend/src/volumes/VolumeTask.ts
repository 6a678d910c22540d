import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { addDays } from '@plimsoll/plugin-cost-common';
import type { SloApi } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import pLimit from 'p-limit';
import type { CostUnit } from './readUnits';
import { VolumeStore } from './VolumeStore';

/** Days that are asked for of a service that nothing is known of. */
const HISTORY_DAYS = 120;
/** Days that are asked for again: they may have been measured late. */
const LATE_DAYS = 3;
/** A day that was measured less than this says nothing, ratio. */
const LEAST_COVERAGE = 0.95;
/** Questions at a time. */
const AT_ONCE = 2;

/** @see VolumeTask */
export interface VolumeTaskOptions {
  client: Knex;
  slo: Pick<SloApi, 'getVolume'>;
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
 * so that no page asks it. Without that plugin there are no unit costs.
 */
export class VolumeTask {
  readonly #options: VolumeTaskOptions;
  readonly #store: VolumeStore;

  static create(options: VolumeTaskOptions): VolumeTask {
    return new VolumeTask(options);
  }

  private constructor(options: VolumeTaskOptions) {
    this.#options = options;
    this.#store = VolumeStore.create(options);
  }

  /** Lets one replica ask every ten minutes, the first time soon. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'cost-volumes',
      frequency: { minutes: 10 },
      initialDelay: { seconds: 90 },
      timeout: { minutes: 9 },
      scope: 'global',
      fn: async signal => {
        await this.run({ signal });
      },
    });
  }

  /** @returns how many days were new or other than before */
  async run(options: { signal: AbortSignal }): Promise<number> {
    const { signal } = options;
    const { logger, onChange } = this.#options;
    const refs = await this.#services();
    const limit = pLimit(AT_ONCE);
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    let changed = 0;
    await Promise.all(
      refs.map(entityRef =>
        limit(async () => {
          if (either.aborted) {
            return;
          }
          try {
            const days = await this.#ask(entityRef, either);
            changed += days;
          } catch (error) {
            if (!either.aborted && !isRefusal(error)) {
              stop.abort();
              logger.info(
                `The SLO plugin does not say how many requests there were, it is asked again: ${error}`,
              );
            }
          }
        }),
      ),
    );
    signal.throwIfAborted();
    if (changed > 0) {
      await onChange();
    }
    return changed;
  }

  async #services(): Promise<string[]> {
    const { client, units } = this.#options;
    const costed: string[] = await client('cost_service')
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .pluck('entity_ref');
    const counted = units.flatMap(({ entityRef }) => entityRef ?? []);
    return [...new Set([...counted, ...costed])];
  }

  async #ask(entityRef: string, signal: AbortSignal): Promise<number> {
    const { slo, auth, now } = this.#options;
    const today = new Date(now()).toISOString().slice(0, 10);
    const last = await this.#store.lastDay(entityRef);
    const from = last
      ? addDays(last, 1 - LATE_DAYS)
      : addDays(today, -HISTORY_DAYS);
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'slo',
    });
    const volume = await slo.getVolume(
      {
        entityRef,
        from: `${from}T00:00:00Z`,
        to: `${today}T00:00:00Z`,
        timeZone: 'UTC',
      },
      { token, signal },
    );
    return this.#store.keep({
      entityRef,
      from,
      to: today,
      now: now(),
      days: volume.days
        .filter(({ coverage }) => coverage >= LEAST_COVERAGE)
        .map(({ date, total }) => ({ day: date, volume: total })),
    });
  }
}

/** A service that the SLO plugin does not know; a missing plugin answers alike. */
function isRefusal(error: unknown): boolean {
  return (
    isError(error) && (error.statusCode === 400 || error.statusCode === 404)
  );
}
