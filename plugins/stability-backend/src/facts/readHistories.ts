import type {
  BudgetAnswer,
  Correction,
  Observation,
  ServiceHistory,
} from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';

interface ContentRow {
  entity_ref: string;
  content: string;
}

/** All that was ever reported, answered and said about services, in order. */
export async function readHistories(options: {
  trx: Knex;
  entityRefs: readonly string[];
}): Promise<ServiceHistory[]> {
  const { trx, entityRefs } = options;
  const read = (table: string): PromiseLike<ContentRow[]> =>
    trx(table)
      .select('entity_ref', 'content')
      .whereIn('entity_ref', [...entityRefs]);
  const observations = byService<Observation>(
    await read('stability_observation'),
  );
  const answers = byService<BudgetAnswer>(await read('stability_answer'));
  const corrections = byService<Correction>(await read('stability_correction'));
  return entityRefs.map(entityRef => ({
    entityRef,
    observations: observations.get(entityRef) ?? [],
    answers: answers.get(entityRef) ?? [],
    corrections: corrections.get(entityRef) ?? [],
  }));
}

function byService<T>(rows: ContentRow[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const { entity_ref: ref, content } of rows) {
    const items = found.get(ref) ?? [];
    items.push(JSON.parse(content));
    found.set(ref, items);
  }
  return found;
}
