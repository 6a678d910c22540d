import type { FleetService } from '../fleet/FleetService';
import type { LensFreshnesses } from '../lenses/LensFreshness';
import type { VerdictLine } from '../verdictLine/VerdictLine';

/** `GET /services/{kind}/{namespace}/{name}`. @public */
export interface ServiceOverview extends FleetService {
  /** Is it all right, what changed, what does it cost. */
  verdictLine: VerdictLine;
  lenses: LensFreshnesses;
}
