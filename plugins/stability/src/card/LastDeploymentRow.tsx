import {
  FigureRow,
  useNow,
  VerdictMark,
} from '@plimsoll/plugin-plimsoll-react';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { DeploymentLink } from '../deployments/DeploymentLink';
import { useVoice, verdictKind } from '../words';
import styles from './LastDeploymentRow.module.css';

/** @internal */
export interface LastDeploymentRowProps {
  entityRef: string;
  deployment?: Deployment;
  /** There may be a newer one. */
  stale: boolean;
}

/** What runs now, since when, and what became of it. */
export function LastDeploymentRow(props: LastDeploymentRowProps) {
  const { entityRef, deployment, stale } = props;
  const { formats, t } = useVoice();
  const now = useNow();
  if (!deployment) {
    return (
      <FigureRow
        name={t('card.last')}
        figure={t('card.lastNone')}
        ground=""
        stale={stale}
      />
    );
  }
  const at = new Date(deployment.finishedAt ?? deployment.startedAt);
  return (
    <FigureRow
      name={t('card.last')}
      figure={<DeploymentLink entityRef={entityRef} deployment={deployment} />}
      ground={deployment.title ?? ''}
      stale={stale}
      target={formats.relative(at, now)}
      picture={
        <span className={styles.verdict}>
          <VerdictMark verdict={verdictKind(deployment.verdict)} />
        </span>
      }
    />
  );
}
