import type { ServiceHistory } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { sqlDialectOf } from '@plimsoll/plugin-database';

/** A history as it is kept: parsing it may fail, and concerns one service. */
export interface StoredHistory {
  entityRef: string;
  /** @throws SyntaxError when something of it is no JSON */
  parse(): ServiceHistory;
}

/**
 * All that was ever reported, answered and said about services, in their order.
 * One row a service and table: drivers take longer for a row than for a long
 * text, and a service has hundreds of observations.
 */
export async function readHistories(options: {
  trx: Knex;
  entityRefs: readonly string[];
}): Promise<StoredHistory[]> {
  const { trx, entityRefs } = options;
  const contents =
    sqlDialectOf(trx) === 'postgres'
      ? "string_agg(content, ',')"
      : "group_concat(content, ',')";
  const read = async (table: string) => {
    const rows: Array<{ entity_ref: string; contents: string }> = await trx(
      table,
    )
      .select('entity_ref', { contents: trx.raw(contents) })
      .whereIn('entity_ref', [...entityRefs])
      .groupBy('entity_ref');
    return new Map(rows.map(row => [row.entity_ref, row.contents]));
  };
  const observations = await read('stability_observation');
  const answers = await read('stability_answer');
  const corrections = await read('stability_correction');
  return entityRefs.map(entityRef => ({
    entityRef,
    parse: () => ({
      entityRef,
      observations: listOf(observations.get(entityRef)),
      answers: listOf(answers.get(entityRef)),
      corrections: listOf(corrections.get(entityRef)),
    }),
  }));
}

function listOf<T>(contents = ''): T[] {
  return JSON.parse(`[${contents}]`);
}
