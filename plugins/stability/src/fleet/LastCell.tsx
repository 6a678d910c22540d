import {
  SecondText,
  useNow,
  VerdictMark,
} from '@plimsoll/plugin-plimsoll-react';
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
    return <SecondText>{t('fleet.lastNone')}</SecondText>;
  }
  const { finishedAt, startedAt, verdict } = lastDeployment;
  return (
    <span className={styles.last}>
      <span>
        <DeploymentLink entityRef={entityRef} deployment={lastDeployment} />{' '}
        <SecondText>
          {formats.relative(new Date(finishedAt ?? startedAt), now)}
        </SecondText>
      </span>
      <VerdictMark verdict={verdictKind(verdict)} />
    </span>
  );
}
