import type { BillLine, CostMetric } from '@plimsoll/plugin-cost-common';

/**
 * Something that is read as a whole: a file, or all files of a folder, or a
 * month of a table.
 *
 * @public
 */
export interface BillDelivery {
  /** Names it within its source, and stays: a path, or account and month. */
  id: string;
  /** Changes whenever the content does: ETag, checksum, size and time. */
  version: string;
  /** When it was last changed, ISO. */
  changedAt?: string;
}

/** What is not as the format says; counted, never hidden. @public */
export interface BillFault {
  /** Short and stable, for instance `list-below-contracted`. */
  rule: string;
  /** `error`: the delivery was refused. `warning`: read, see the message. */
  severity: 'error' | 'warning' | 'info';
  /** Says what was found and what to do about it. No row's content. */
  message: string;
  /** Rows concerned. */
  count: number;
  /** Which of the delivery's files, where that is known. */
  file?: string;
  /** Column, or 1-based line of the first row concerned. */
  place?: string;
}

/**
 * What a month's bill of one account comes to in one currency: exact decimal
 * texts, before anything is rounded to nano-units.
 *
 * @public
 */
export interface BillTotal extends Record<CostMetric, string> {
  billingAccount: string;
  /** First day, `2026-10-01`. */
  billingMonth: string;
  currency: string;
}

/** What was read of one delivery, complete. @public */
export interface BillReading {
  /** Rows of the delivery. */
  rows: number;
  /** FOCUS version that the columns show, `1.2`. */
  formatVersion?: string;
  faults: BillFault[];
  /** Exact sums, where the source knows them: what rounding left is told. */
  exact?: BillTotal[];
  /** Months that the provider says are closed: `account|2026-10-01`. */
  closed?: string[];
  /** Seconds spent in the engine that aggregated. */
  engineSeconds?: number;
}

/**
 * Where bills come from. A source aggregates to {@link BillLine}s where the
 * data lies; the backend replaces whole months with them.
 *
 * @public
 */
export interface BillSource {
  /** Name in `cost.sources`. */
  readonly name: string;
  /** Days for which a bill still grows after a day of use; 1 by default. */
  readonly settleDays?: number;
  /** What can be read now. @throws when the place cannot be listed */
  listDeliveries(options: { signal: AbortSignal }): Promise<BillDelivery[]>;
  /**
   * Reads one delivery from beginning to end and hands over its lines in
   * batches. Nothing is kept unless it returns.
   *
   * @throws BillRefusedError when the delivery is not readable as a bill
   */
  read(options: {
    delivery: BillDelivery;
    /** Tags to keep in keys, by their configured names. */
    tags: readonly string[];
    onLines(lines: BillLine[]): Promise<void>;
    signal: AbortSignal;
  }): Promise<BillReading>;
}
