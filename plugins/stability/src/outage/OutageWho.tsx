import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { getEntityRelations } from '@backstage/plugin-catalog-react';
import { AccentLink, refName } from '@plimsoll/plugin-plimsoll-react';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { useStabilityPaths } from '../routes';
import { useVoice } from '../words';
import styles from './OutageWho.module.css';

/** @internal */
export interface OutageWhoProps {
  entity: Entity;
  incident: Incident;
}

/** Who took the incident; else who owns the service. */
export function OutageWho(props: OutageWhoProps) {
  const { entity, incident } = props;
  const { formats, t } = useVoice();
  const paths = useStabilityPaths();
  const service = entity.metadata.title ?? entity.metadata.name;
  const owner = getEntityRelations(entity, 'ownedBy')[0];
  return (
    <section className={styles.who}>
      <h3 className={styles.title}>{t('outage.who')}</h3>
      {who()}
    </section>
  );

  function who() {
    if (incident.assignee) {
      return (
        <>
          <p className={styles.name}>{incident.assignee}</p>
          <p className={styles.second}>
            {incident.acknowledgedAt
              ? t('outage.acknowledged', {
                  time: formats.instant(
                    new Date(incident.acknowledgedAt),
                    'clock-seconds',
                  ),
                })
              : t('outage.notAcknowledged')}
          </p>
        </>
      );
    }
    if (!owner) {
      return <p className={styles.second}>{t('outage.nobody', { service })}</p>;
    }
    const ref = stringifyEntityRef(owner);
    const href = paths.service(ref);
    return (
      <>
        <p className={styles.name}>
          {href ? (
            <AccentLink href={href}>{refName(ref)}</AccentLink>
          ) : (
            refName(ref)
          )}
        </p>
        <p className={styles.second}>{t('outage.owner', { service })}</p>
      </>
    );
  }
}
