/**
 * A row of `slo_objective`, as far as the catalog's facts go. PostgreSQL hands
 * 64-bit columns out as strings.
 */
export interface ObjectiveRow {
  id: number;
  /** Ref of the SLO entity. */
  ref: string;
  objective: string;
  /** Ref of the service. */
  entity_ref: string;
  display_name: string;
  sort_name: string;
  search_text: string;
  /** Empty where the indicator is missing. */
  indicator_kind: string;
  source: string;
  /** JSON of an ObjectiveDefinition; what is missing is left out. */
  definition: string;
  /** JSON of the OpenSLO document. */
  document: string;
  location: string | null;
  /** JSON of Fault[]: why it cannot be measured. */
  faults: string;
  /** JSON of Fault[]: what people should know, although it is measured. */
  notices: string;
  /** Tool whose rules it is read from; null for the catalog. */
  origin: string | null;
  definition_hash: string;
  content_hash: string;
  /** Unix milliseconds. */
  changed_at: number | string;
  /** Unix seconds. */
  removed_at: number | string | null;
  /** Unix seconds since when the series of its origin are not found. */
  missing_since: number | string | null;
  due_at: number | string;
}

/** The columns that state what the document says. */
export type ObjectiveContent = Pick<
  ObjectiveRow,
  | 'ref'
  | 'objective'
  | 'entity_ref'
  | 'display_name'
  | 'sort_name'
  | 'search_text'
  | 'indicator_kind'
  | 'source'
  | 'definition'
  | 'document'
  | 'location'
  | 'faults'
  | 'notices'
  | 'origin'
  | 'content_hash'
> & {
  /**
   * Unknown while the indicator is missing. The row then keeps the last one, so
   * that the ledger is still there when the indicator is back.
   */
  definition_hash: string | undefined;
};
