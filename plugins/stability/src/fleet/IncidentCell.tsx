import { SecondText } from '@plimsoll/plugin-plimsoll-react';
import type { ServiceStability } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import styles from './cells.module.css';

/** @internal */
export interface IncidentCellProps {
  service: ServiceStability;
}

/** The open incident, if there is one. */
export function IncidentCell(props: IncidentCellProps) {
  const { openIncident } = props.service;
  const { t } = useVoice();
  return openIncident ? (
    <span className={styles.open} title={openIncident.title}>
      {openIncident.label}
    </span>
  ) : (
    <SecondText>{t('fleet.incidentNone')}</SecondText>
  );
}
