import { FigureRow, useNow } from '@plimsoll/plugin-plimsoll-react';
import type {
  Incident,
  StabilityMetrics,
} from '@plimsoll/plugin-stability-common';
import { findFigure, targetText } from '../figures';
import { useVoice } from '../words';
import styles from './IncidentRow.module.css';

/** @internal */
export interface IncidentRowProps {
  metrics: StabilityMetrics;
  /** An open one, or the last. */
  incident?: Incident;
  /** One may have begun or ended since. */
  stale: boolean;
}

/** Whether an incident is open, or how the last one went. */
export function IncidentRow(props: IncidentRowProps) {
  const { metrics, incident, stale } = props;
  const { formats, t } = useVoice();
  const now = useNow();
  const recovery = findFigure(metrics.metrics, 'time-to-recover');
  const target = recovery && targetText({ figure: recovery, formats, t });
  const open = incident && incident.state !== 'resolved';
  return (
    <FigureRow
      name={t('card.incidents')}
      figure={
        open ? (
          <span className={styles.open}>{incident.label}</span>
        ) : (
          t('card.incidentsNone')
        )
      }
      ground={ground()}
      stale={stale}
      target={target}
    />
  );

  function ground(): string {
    if (!incident) {
      return t('card.incidentsNever');
    }
    const startedAt = new Date(incident.startedAt);
    if (open) {
      const seconds = (now.getTime() - startedAt.getTime()) / 1000;
      return t('card.incidentOpen', {
        duration: formats.age(Math.max(1, seconds)),
      });
    }
    const words = {
      label: incident.label,
      ago: formats.relative(startedAt, now),
    };
    if (incident.presumed || !incident.resolvedAt) {
      return t('card.incidentLastPresumed', words);
    }
    const seconds =
      (Date.parse(incident.resolvedAt) - startedAt.getTime()) / 1000;
    return t('card.incidentLast', {
      ...words,
      duration: formats.duration(seconds),
    });
  }
}
