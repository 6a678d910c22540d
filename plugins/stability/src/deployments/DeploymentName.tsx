import type { Deployment } from '@plimsoll/plugin-stability-common';
import { deploymentName } from '../words';
import styles from './DeploymentName.module.css';

/** @internal */
export interface DeploymentNameProps {
  deployment: Pick<Deployment, 'id' | 'version' | 'commitSha'>;
  /** It is shown beside. */
  open: boolean;
  onShow(id: string): void;
}

/** A deployment's name; shows what it did. */
export function DeploymentName(props: DeploymentNameProps) {
  const { deployment, open, onShow } = props;
  return (
    <button
      type="button"
      className={styles.name}
      aria-haspopup="dialog"
      aria-expanded={open}
      onClick={() => onShow(deployment.id)}
    >
      {deploymentName(deployment)}
    </button>
  );
}
