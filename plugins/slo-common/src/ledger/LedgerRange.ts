/**
 * A stretch of the ledger, in Unix seconds: `from` inclusive, `to` exclusive.
 * A bucket belongs to it when its start does.
 *
 * @public
 */
export interface LedgerRange {
  from: number;
  to: number;
}
