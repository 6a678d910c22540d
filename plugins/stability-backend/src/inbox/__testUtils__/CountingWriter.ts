import type { Observation } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import type { ObservationWriter } from '../../observations/ObservationWriter';

/** Table in which nothing hides what is done twice. */
const TABLE = 'test_applied';

/** Notes each effect in a row of its own, inside the worker's transaction. */
export class CountingWriter implements ObservationWriter {
  readonly #onWritten: (count: number) => void;

  /** @param onWritten - called before the commit, with the size of the batch */
  static create(
    onWritten: (count: number) => void = () => undefined,
  ): CountingWriter {
    return new CountingWriter(onWritten);
  }

  private constructor(onWritten: (count: number) => void) {
    this.#onWritten = onWritten;
  }

  async write(options: {
    observations: readonly Observation[];
    trx: Knex;
  }): Promise<void> {
    const { observations, trx } = options;
    await trx(TABLE).insert(observations.map(({ id }) => ({ id })));
    this.#onWritten(observations.length);
  }

  /** How often each effect happened. */
  static async counts(client: Knex): Promise<Map<string, number>> {
    const rows: Array<{ id: string; times: number | string }> = await client(
      TABLE,
    )
      .select('id')
      .count({ times: '*' })
      .groupBy('id');
    return new Map(rows.map(({ id, times }) => [id, Number(times)]));
  }

  /** Makes the table. */
  static async prepare(client: Knex): Promise<void> {
    if (!(await client.schema.hasTable(TABLE))) {
      await client.schema.createTable(TABLE, table => {
        table.string('id').notNullable();
      });
    }
  }
}
