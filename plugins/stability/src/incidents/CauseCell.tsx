import { refName } from '@plimsoll/plugin-plimsoll-react';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { DeploymentName } from '../deployments/DeploymentName';
import { confidenceLevel, useVoice, type FactIndex } from '../words';
import { CauseButton } from './CauseButton';
import styles from './cells.module.css';

/** @internal */
export interface CauseCellProps {
  incident: Incident;
  index: FactIndex;
  onShow(deploymentId: string): void;
  /** Lets a person name another one. */
  onCorrect(incident: Incident): void;
}

/** The deployment that an incident came from, and how sure that is. */
export function CauseCell(props: CauseCellProps) {
  const { incident, index, onShow, onCorrect } = props;
  const { cause, causedByNone } = incident;
  const { t } = useVoice();
  return (
    <span className={styles.cause}>
      {cause ? named(cause) : <span className={styles.second}>{none()}</span>}
      <CauseButton incident={incident} onCorrect={onCorrect} />
    </span>
  );

  function named(of: NonNullable<Incident['cause']>) {
    const { deploymentId, version, confidence, rule } = of;
    const known = index.deployments.get(deploymentId);
    return (
      <>
        <DeploymentName
          deployment={{ version: version ?? known?.version, id: deploymentId }}
          open={false}
          onShow={onShow}
        />
        <span className={styles.second}>
          {rule === 'person'
            ? t('incidents.causePerson')
            : t(`confidence.${confidenceLevel(confidence)}`)}
        </span>
      </>
    );
  }

  function none(): string {
    return causedByNone
      ? t('incidents.causeNone', { who: refName(causedByNone.by) })
      : t('incidents.causeUnknown');
  }
}
