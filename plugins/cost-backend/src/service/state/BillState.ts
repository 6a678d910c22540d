import type { CostProof } from '@plimsoll/plugin-cost-common';

/** How far the bill goes. */
export interface BillState {
  /** Last day of which all sources are complete that are not late. */
  completeTo?: string;
  /** First day that anything is known of. */
  since?: string;
  /** Of what there is cost in, ISO 4217, sorted. */
  currencies: string[];
  basis: CostProof['basis'];
  sources: CostProof['sources'];
  /** Names of the sources whose clusters were split. */
  splitBy: string[];
  /** While something is read for the first time. */
  reading?: CostProof['reading'];
  /** It is made up. */
  demo?: boolean;
}
