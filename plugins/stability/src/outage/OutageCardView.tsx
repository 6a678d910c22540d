import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  AccentLink,
  PlainCard,
  RefreshNotice,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { Outage } from '../queries/useOutage';
import { useStabilityPaths } from '../routes';
import { useVoice } from '../words';
import { OutageBudget } from './OutageBudget';
import { OutageDeployments } from './OutageDeployments';
import { OutageHead } from './OutageHead';
import { OutageSteps } from './OutageSteps';
import { OutageWho } from './OutageWho';
import styles from './OutageCardView.module.css';

/** @internal */
export interface OutageCardViewProps {
  entity: Entity;
  outage: Outage;
  polled: Pick<Polled<unknown>, 'data' | 'error' | 'readAt' | 'triedAt'>;
}

/** What is wrong, who is on it, what changed, what is left. */
export function OutageCardView(props: OutageCardViewProps) {
  const { entity, outage, polled } = props;
  const { incident, others, deployments } = outage;
  const { t } = useVoice();
  const entityRef = stringifyEntityRef(entity);
  const tab = useStabilityPaths().tab(entityRef);
  return (
    <div className={styles.outage}>
      <PlainCard flush label={t('outage.label', { label: incident.label })}>
        <OutageHead incident={incident} />
        <div className={styles.columns}>
          <div className={styles.column}>
            <OutageWho entity={entity} incident={incident} />
            <OutageBudget entityRef={entityRef} />
          </div>
          <div className={styles.column}>
            <OutageDeployments
              entityRef={entityRef}
              incident={incident}
              deployments={deployments}
            />
          </div>
        </div>
        <OutageSteps incident={incident} deployments={deployments} />
        <div className={styles.notes}>
          {others > 0 && tab && (
            <AccentLink href={tab}>
              {t('outage.more', { count: others })}
            </AccentLink>
          )}
          <RefreshNotice polled={polled} />
        </div>
      </PlainCard>
    </div>
  );
}
