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
   * Takes over what an answer says. It forgets only days that the answer names:
   * one that is silent about a day, since its objective was renamed or is read
   * anew, takes nothing away from what was counted before.
   *
   * @returns how many are new, gone or other than before
   */
  async keep(options: {
    counter: VolumeCounter;
    days: readonly DailyVolume[];
    /** Days that were measured in part only. */
    partial: readonly string[];
    from: string;
    /** Exclusive. */
    to: string;
    /** Unix milliseconds. */
    now: number;
  }): Promise<number> {
    const { counter, days, partial, from, to, now } = options;
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
      const gone = partial.filter(day => before.has(day));
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
