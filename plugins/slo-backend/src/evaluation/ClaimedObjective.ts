import type { Fault, ObjectiveDefinition } from '@plimsoll/plugin-slo-common';

/** What the catalog knows of an objective; a faulty one may lack parts. */
export type KnownDefinition = Omit<ObjectiveDefinition, 'indicator'> &
  Partial<Pick<ObjectiveDefinition, 'indicator'>>;

/** An objective that this replica evaluates now. Times are Unix seconds. */
export interface ClaimedObjective {
  id: number;
  definition: KnownDefinition;
  /** Faults of the document; it is not measured while there are any. */
  faults: Fault[];
  /** Names all that the catalog states of it. */
  contentHash: string;
  /** Names what the definition measures. */
  definitionHash: string;
  /** Names what the ledger was measured with. */
  ledgerHash?: string;
  /** Back to when history was asked for; absent: never. */
  backfilledFrom?: number;
  /** Up to when the source was asked, with or without data. */
  readUpTo?: number;
  measuredFrom?: number;
  measuredUpTo?: number;
}

/** A row of `slo_objective`, as far as the evaluation reads it. */
export interface ClaimedRow {
  id: number;
  definition: string;
  faults: string;
  content_hash: string;
  definition_hash: string;
  ledger_hash: string | null;
  backfilled_from: number | string | null;
  read_up_to: number | string | null;
  measured_from: number | string | null;
  measured_up_to: number | string | null;
}

/** Columns of {@link ClaimedRow}. */
export const CLAIMED_COLUMNS = [
  'id',
  'definition',
  'faults',
  'content_hash',
  'definition_hash',
  'ledger_hash',
  'backfilled_from',
  'read_up_to',
  'measured_from',
  'measured_up_to',
] as const;

export function claimedObjective(row: ClaimedRow): ClaimedObjective {
  return {
    id: row.id,
    definition: JSON.parse(row.definition),
    faults: JSON.parse(row.faults),
    contentHash: row.content_hash,
    definitionHash: row.definition_hash,
    ledgerHash: row.ledger_hash ?? undefined,
    backfilledFrom: numberOf(row.backfilled_from),
    readUpTo: numberOf(row.read_up_to),
    measuredFrom: numberOf(row.measured_from),
    measuredUpTo: numberOf(row.measured_up_to),
  };
}

/** Whether it can be measured: nothing is wrong and nothing is missing. */
export function isMeasurable(
  objective: ClaimedObjective,
): objective is ClaimedObjective & { definition: ObjectiveDefinition } {
  return (
    objective.faults.length === 0 &&
    objective.definition.indicator !== undefined
  );
}

function numberOf(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
