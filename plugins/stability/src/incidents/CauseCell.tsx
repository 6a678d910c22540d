import { refName } from '@plimsoll/plugin-plimsoll-react';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { DeploymentName } from '../deployments/DeploymentName';
import { confidenceLevel, useVoice, type FactIndex } from '../words';
import styles from './cells.module.css';

/** @internal */
export interface CauseCellProps {
  incident: Incident;
  index: FactIndex;
  onShow(deploymentId: string): void;
}

/** The deployment that an incident came from, and how sure that is. */
export function CauseCell(props: CauseCellProps) {
  const { incident, index, onShow } = props;
  const { cause, causedByNone } = incident;
  const { t } = useVoice();
  if (cause) {
    const { deploymentId, version, confidence } = cause;
    const known = index.deployments.get(deploymentId);
    return (
      <span className={styles.cause}>
        <DeploymentName
          deployment={{ version: version ?? known?.version, id: deploymentId }}
          open={false}
          onShow={onShow}
        />
        <span className={styles.second}>
          {t(`confidence.${confidenceLevel(confidence)}`)}
        </span>
      </span>
    );
  }
  return (
    <span className={styles.second}>
      {causedByNone
        ? t('incidents.causeNone', { who: refName(causedByNone.by) })
        : t('incidents.causeUnknown')}
    </span>
  );
}
