import type { Correction } from '../../observation/Correction';
import type { DeploymentDraft } from '../deployments/DeploymentDraft';
import type { IncidentDraft } from '../incidents/IncidentDraft';

/** What people said and did not take back. */
export interface Overrulings {
  /** The latest word on a deployment. */
  verdicts: Map<DeploymentDraft, Correction>;
  /** The latest word on an incident. */
  causes: Map<
    IncidentDraft,
    { correction: Correction; draft?: DeploymentDraft }
  >;
}
