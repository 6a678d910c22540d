import type { Saving } from '../api/responses';
import type { NanoUnits } from '../money/nanoUnits';

/** What a saving comes to, by itself. @public */
export interface SavingFigures {
  /** A month. */
  theoretical: NanoUnits;
  risk: Saving['risk'];
  /** Names are stable words, values are for people. */
  evidence: Saving['evidence'];
}
