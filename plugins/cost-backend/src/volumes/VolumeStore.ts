import type { DailyVolume } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { VolumeCounter } from './VolumeCounter';

/** What was counted a day, in `cost_volume`. */
export class VolumeStore {
  readonly #client: Knex;

  static create(options: { client: Knex }): VolumeStore {
    return new VolumeStore(options.client);
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  /** The last day that is known of a counter. */
  async lastDay(counter: VolumeCounter): Promise<string | undefined> {
    const row = await this.#client('cost_volume')
      .where({ entity_ref: counter.entityRef, unit: counter.unit })
      .max({ day: 'day' })
      .first();
    return row?.day ?? undefined;
  }

  /**
   * Makes a stretch of days hold exactly these.
   *
   * @returns how many are new, gone or other than before
   */
  async keep(options: {
    counter: VolumeCounter;
    days: readonly DailyVolume[];
    from: string;
    /** Exclusive. */
    to: string;
    /** Unix milliseconds. */
    now: number;
  }): Promise<number> {
    const { counter, days, from, to, now } = options;
    const own = { entity_ref: counter.entityRef, unit: counter.unit };
    return this.#client.transaction(async trx => {
      const known: Array<{ day: string; volume: number }> = await trx(
        'cost_volume',
      )
        .where(own)
        .where('day', '>=', from)
        .where('day', '<', to)
        .select('day', 'volume');
      const before = new Map(known.map(({ day, volume }) => [day, volume]));
      const changed = days.filter(
        ({ day, volume }) => before.get(day) !== volume,
      );
      const wanted = new Set(days.map(({ day }) => day));
      const gone = [...before.keys()].filter(day => !wanted.has(day));
      if (gone.length > 0) {
        await trx('cost_volume').where(own).whereIn('day', gone).delete();
      }
      if (changed.length > 0) {
        await trx('cost_volume')
          .insert(
            changed.map(({ day, volume }) => ({
              ...own,
              day,
              volume,
              read_at: now,
            })),
          )
          .onConflict(['entity_ref', 'unit', 'day'])
          .merge();
      }
      return changed.length + gone.length;
    });
  }
}
