import type {
  EvaluatedStatus,
  LedgerRange,
  RequiredRanges,
  RequiredSums,
  SloCorrection,
} from '@plimsoll/plugin-slo-common';
import type { StatusPayload } from '../../evaluation/StatusPayload';
import type { KnownDefinition } from '../../objectives/CatalogObjective';

/** One evaluation with all that it was made of. */
export interface Evaluation {
  definition: KnownDefinition;
  /** Unix seconds that it speaks for. */
  at: number;
  ranges: RequiredRanges;
  sums: RequiredSums;
  /** What arithmetic makes of the sums. */
  status: EvaluatedStatus;
  /** What corrections take out: in order, without overlap. */
  excluded: readonly LedgerRange[];
  /** The corrections that reach into the window, also what is to come of it. */
  corrections: SloCorrection[];
  /** What was stored with the status that lists show. */
  stored: StatusPayload;
}
