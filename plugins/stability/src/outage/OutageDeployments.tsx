import {
  AccentLink,
  useNow,
  VerdictMark,
} from '@plimsoll/plugin-plimsoll-react';
import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';
import { DeploymentLink } from '../deployments';
import { useStabilityPaths } from '../routes';
import { confidenceLevel, factIndex, useVoice, verdictGrounds } from '../words';
import { suspicion } from './suspicion';
import styles from './OutageDeployments.module.css';

/** @internal */
export interface OutageDeploymentsProps {
  entityRef: string;
  incident: Incident;
  /** Newest first; absent where they could not be read. */
  deployments?: readonly Deployment[];
}

/** What changed last; the suspect is tinted. */
export function OutageDeployments(props: OutageDeploymentsProps) {
  const { entityRef, incident, deployments } = props;
  const voice = useVoice();
  const { formats, t } = voice;
  const now = useNow();
  const tab = useStabilityPaths().tab(entityRef);
  const index = factIndex({ deployments, incidents: [incident] });

  const groundOf = (deployment: Deployment, suspected: boolean) =>
    suspected && incident.cause
      ? t('outage.suspected', {
          confidence: t(
            `confidence.${confidenceLevel(incident.cause.confidence)}`,
          ),
          rule: t(`outage.rules.${incident.cause.rule}`),
        })
      : verdictGrounds({ deployment, index, now, ...voice }).join(' \u00b7 ');

  return (
    <section>
      <div className={styles.head}>
        <h3 className={styles.title}>{t('outage.last')}</h3>
        {tab && <AccentLink href={tab}>{t('outage.all')}</AccentLink>}
      </div>
      {!deployments?.length && (
        <p className={styles.none}>
          {deployments ? t('outage.none') : t('error.deployments')}
        </p>
      )}
      <ul className={styles.list}>
        {deployments?.map(deployment => {
          const { kind, suspected } = suspicion({ deployment, incident });
          const at = new Date(deployment.finishedAt ?? deployment.startedAt);
          return (
            <li key={deployment.id} className={styles.row} data-tone={kind}>
              <span className={styles.version}>
                <DeploymentLink entityRef={entityRef} deployment={deployment} />
              </span>
              <span className={styles.at} title={formats.instant(at, 'exact')}>
                {formats.relative(at, now)}
              </span>
              <span className={styles.verdict}>
                <VerdictMark verdict={kind} />
              </span>
              <span className={styles.what}>
                {deployment.title && <span>{deployment.title}</span>}
                <span className={styles.ground}>
                  {groundOf(deployment, suspected)}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
