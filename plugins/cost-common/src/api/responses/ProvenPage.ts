import type { CostPage } from './CostPage';
import type { CostProof } from './CostProof';

/** A page of a list, and what its amounts stand on. @public */
export interface ProvenPage<T> extends CostPage<T> {
  proof: CostProof;
}
