import { refName, useNow } from '@plimsoll/plugin-plimsoll-react';
import type {
  Deployment,
  Incident,
  IncidentStep,
} from '@plimsoll/plugin-stability-common';
import { deploymentName, useVoice } from '../words';
import styles from './OutageSteps.module.css';

/** @internal */
export interface OutageStepsProps {
  incident: Pick<Incident, 'steps'>;
  deployments?: readonly Deployment[];
}

const DAY = 86_400_000;

/**
 * The time line of an incident: clock times with seconds; of yesterday and
 * before with the day.
 */
export function OutageSteps(props: OutageStepsProps) {
  const { incident, deployments } = props;
  const { formats, t } = useVoice();
  const now = useNow();
  if (incident.steps.length === 0) {
    return null;
  }
  return (
    <div className={styles.steps}>
      <h3 className={styles.title}>{t('outage.what')}</h3>
      <ol className={styles.list}>
        {incident.steps.map((step, index) => (
          <li key={`${step.at} ${step.type} ${index}`} className={styles.step}>
            <time
              className={styles.time}
              dateTime={step.at}
              title={formats.instant(new Date(step.at), 'exact')}
            >
              {formats.instant(new Date(step.at), styleOf(step))}
            </time>{' '}
            {textOf(step)}
          </li>
        ))}
      </ol>
    </div>
  );

  function styleOf(step: IncidentStep) {
    const age = now.getTime() - Date.parse(step.at);
    return age < DAY ? 'clock-seconds' : 'short';
  }

  function textOf(step: IncidentStep): string {
    const deployment = deployments?.find(({ id }) => id === step.deploymentId);
    const what =
      step.type === 'burning'
        ? burning(step.title)
        : whatOf(
            step.type,
            deployment ? deploymentName(deployment) : step.title,
          );
    return step.by ? t('outage.by', { what, who: refName(step.by) }) : what;
  }

  function burning(objective?: string): string {
    return objective
      ? t('outage.steps.burning', { objective })
      : t('outage.steps.burningUnnamed');
  }

  function whatOf(
    type: Exclude<IncidentStep['type'], 'burning'>,
    version?: string,
  ): string {
    if (type === 'deployed') {
      return version
        ? t('outage.steps.deployed', { version })
        : t('outage.steps.deployedUnnamed');
    }
    if (type === 'rolled-back') {
      return version
        ? t('outage.steps.rolled-back', { version })
        : t('outage.steps.rolledBackUnnamed');
    }
    return t(`outage.steps.${type}`);
  }
}
