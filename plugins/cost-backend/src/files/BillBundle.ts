import type { BillClaim } from './BillClaim';
import type { BillFile } from './BillFile';

/** Files that are one delivery. */
export interface BillBundle {
  /** Path of the folder that carries the period, or of the one file. */
  id: string;
  files: BillFile[];
  /** What its manifest says, where it has one. */
  claim?: BillClaim;
}
