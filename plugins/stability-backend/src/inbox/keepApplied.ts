import type { Knex } from 'knex';
import type { IdentityAnswer } from '../identity/IdentityResolver';
import type { AnsweredDraft } from './followSameAs';
import type { InboxRow } from './InboxRow';

/** A happening, whom it was found to be about, and the delivery it came with. */
export interface DeliveredDraft extends AnsweredDraft {
  row: Pick<InboxRow, 'id' | 'entity_refs'>;
}

/** @see keepApplied */
export interface KeptAnswer extends IdentityAnswer {
  /** Nobody is found now: these are whom an earlier reading found. */
  isKept?: boolean;
}

/**
 * What a delivery was applied to stays, also when nobody is found any more: its
 * rule was removed, its service left the catalog, its name became ambiguous. So
 * the inbox and the facts say the same, and a rebuild ends where it began.
 *
 * @returns answers in the order of the happenings
 */
export async function keepApplied(options: {
  trx: Knex;
  delivered: readonly DeliveredDraft[];
}): Promise<KeptAnswer[]> {
  const { trx, delivered } = options;
  const lost = new Set(
    delivered.filter(
      ({ row, answer }) =>
        answer.entityRefs.length === 0 && appliedTo(row).length > 0,
    ),
  );
  if (lost.size === 0) {
    return delivered.map(({ answer }) => answer);
  }
  const rows: Array<{ id: string; entity_ref: string }> = await trx(
    'stability_observation',
  )
    .whereIn('id', [...new Set([...lost].map(({ draft }) => draft.id))])
    .select('id', 'entity_ref');
  const observed = new Map<string, string[]>();
  for (const { id, entity_ref: ref } of rows) {
    observed.set(id, [...(observed.get(id) ?? []), ref]);
  }
  const happenings = new Map<string, number>();
  for (const { row } of delivered) {
    happenings.set(row.id, (happenings.get(row.id) ?? 0) + 1);
  }
  return delivered.map(one => {
    if (!lost.has(one)) {
      return one.answer;
    }
    const { row, draft, answer } = one;
    const known = observed.get(draft.id) ?? [];
    const isAlone = happenings.get(row.id) === 1;
    // of several happenings of one delivery, each stays with its own service;
    // a single one is the delivery's, even where its observation is gone
    const entityRefs = appliedTo(row).filter(
      ref => known.includes(ref) || (isAlone && known.length === 0),
    );
    return entityRefs.length === 0
      ? answer
      : { ...answer, entityRefs, isKept: true };
  });
}

function appliedTo(row: Pick<InboxRow, 'entity_refs'>): string[] {
  return JSON.parse(row.entity_refs);
}
