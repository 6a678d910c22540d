import type { Deployment } from '@plimsoll/plugin-stability-common';
import type { FactIndex } from '../words';

/** What table and list of deployments have in common. */
export interface DeploymentListProps {
  deployments: readonly Deployment[];
  index: FactIndex;
  /** Id of the deployment that is shown beside. */
  selected?: string;
  /** There is no room for all columns; what is left out, the drawer has. */
  narrow: boolean;
  onShow(id: string): void;
  onCorrect(deployment: Deployment): void;
}
