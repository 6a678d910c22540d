import type { CostLens } from '../lenses/CostLens';
import type { ReliabilityLens } from '../lenses/ReliabilityLens';
import type { StabilityLens } from '../lenses/StabilityLens';

/**
 * One service with what each lens says of it. A lens is absent where it knows
 * nothing of the service, or where {@link LensFreshness} says that nothing of
 * it is known or may be seen.
 *
 * @public
 */
export interface FleetService {
  entityRef: string;
  /** For people; falls back to the name. */
  title: string;
  type?: string;
  lifecycle?: string;
  tier?: string;
  /** Refs, sorted; several groups may own a service. */
  owners: string[];
  system?: string;
  domain?: string;
  reliability?: ReliabilityLens;
  stability?: StabilityLens;
  cost?: CostLens;
}
