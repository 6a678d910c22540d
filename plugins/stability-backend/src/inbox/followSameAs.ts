import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import type { Knex } from 'knex';
import type { IdentityAnswer } from '../identity/IdentityResolver';

/** A happening and whom it was found to be about. */
export interface AnsweredDraft {
  draft: ObservationDraft;
  answer: IdentityAnswer;
}

/**
 * Finds whom those are about that nobody was found for, by the happenings that
 * they name as being about the same: of this batch, else of those that are kept.
 */
export async function followSameAs(options: {
  trx: Knex;
  answered: readonly AnsweredDraft[];
}): Promise<AnsweredDraft[]> {
  const { trx, answered } = options;
  const wanted = answered.flatMap(({ draft, answer }) =>
    answer.entityRefs.length === 0 && draft.sameAs ? [draft.sameAs] : [],
  );
  if (wanted.length === 0) {
    return [...answered];
  }
  const refs = new Map(
    answered.map(({ draft, answer }) => [draft.id, answer.entityRefs]),
  );
  const kept: Array<{ id: string; entity_ref: string }> = await trx(
    'stability_observation',
  )
    .whereIn('id', [...new Set(wanted)])
    .select('id', 'entity_ref');
  for (const { id, entity_ref: ref } of kept) {
    refs.set(id, [...(refs.get(id) ?? []), ref]);
  }
  return answered.map(({ draft, answer }) => {
    const found = refs.get(draft.sameAs ?? '') ?? [];
    return answer.entityRefs.length === 0 && found.length > 0
      ? { draft, answer: { entityRefs: [...new Set(found)].sort() } }
      : { draft, answer };
  });
}
