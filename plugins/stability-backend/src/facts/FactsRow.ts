import { nextQuestionAt } from '../budget/nextQuestionAt';
import type { BulkTable } from '../database/upsertRows';
import { contentHash } from '../observations/contentHash';
import type { FoldedService } from './foldService';

/** A row of `stability_facts`. Times are Unix milliseconds. */
export interface FactsRow {
  entity_ref: string;
  folded_at: number;
  next_due_at: number | null;
  /** Equal for equal deployments and incidents. */
  facts_hash: string;
  /** When the SLO plugin is asked next about this service. */
  budget_due_at: number | null;
  /** When it was asked last. */
  budget_asked_at: number | null;
}

/** What a fold says of a row; when it was asked last stays. */
export type FoldNote = Omit<FactsRow, 'budget_asked_at'>;

/** Where it is noted when services were folded and fall due again. */
export const FACTS: BulkTable<FoldNote> = {
  name: 'stability_facts',
  columns: {
    entity_ref: 'text',
    folded_at: 'bigint',
    next_due_at: 'bigint',
    facts_hash: 'text',
    budget_due_at: 'bigint',
  },
  key: ['entity_ref'],
};

/**
 * Says when a service was folded, and when it falls due again.
 *
 * @param options.hashes - of its deployments and incidents, in order
 * @param options.askedAt - when the SLO plugin was asked last; 0: never
 */
export function foldNoteOf(options: {
  service: FoldedService;
  hashes: readonly string[];
  now: number;
  askedAt: number;
  verdictWindowSeconds: number;
}): FoldNote {
  const { service, hashes, now, askedAt, verdictWindowSeconds } = options;
  const { deployments } = service.facts;
  return {
    entity_ref: service.entityRef,
    folded_at: now,
    next_due_at: service.nextDueAt ?? null,
    facts_hash: contentHash(hashes.join(' ')),
    budget_due_at:
      nextQuestionAt({ deployments, askedAt, verdictWindowSeconds }) ?? null,
  };
}
