import type { Correction } from '../../observation/Correction';
import type { DeploymentDraft } from '../deployments/DeploymentDraft';

/** What people said and did not take back. */
export interface Overrulings {
  /** The latest word on a deployment. */
  verdicts: Map<DeploymentDraft, Correction>;
  /** The latest word on an incident, by its id. */
  causes: Map<string, { correction: Correction; draft?: DeploymentDraft }>;
}
