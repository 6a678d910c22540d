import { useNow, VerdictMark } from '@plimsoll/plugin-plimsoll-react';
import type { ServiceStability } from '@plimsoll/plugin-stability-common';
import { DeploymentLink } from '../deployments';
import { useVoice, verdictKind } from '../words';
import styles from './cells.module.css';

/** @internal */
export interface LastCellProps {
  service: ServiceStability;
}

/** The last deployment, when it was, and its verdict. */
export function LastCell(props: LastCellProps) {
  const { entityRef, lastDeployment } = props.service;
  const { formats, t } = useVoice();
  const now = useNow();
  if (!lastDeployment) {
    return <span className={styles.second}>{t('fleet.lastNone')}</span>;
  }
  const { finishedAt, startedAt, verdict } = lastDeployment;
  return (
    <span className={styles.last}>
      <span>
        <DeploymentLink entityRef={entityRef} deployment={lastDeployment} />{' '}
        <span className={styles.second}>
          {formats.relative(new Date(finishedAt ?? startedAt), now)}
        </span>
      </span>
      <VerdictMark verdict={verdictKind(verdict)} />
    </span>
  );
}
