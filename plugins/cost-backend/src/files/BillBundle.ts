import type { BillFile } from './BillFile';

/** Files that are one delivery, and why not yet, if so. */
export interface BillBundle {
  /** Path of the folder that carries the period, or of the one file. */
  id: string;
  files: BillFile[];
}
