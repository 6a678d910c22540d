import { ButtonLink } from '@backstage/ui';
import { useNow } from '@plimsoll/plugin-plimsoll-react';
import type { Incident } from '@plimsoll/plugin-stability-common';
import {
  RiAlarmWarningFill,
  RiBookReadLine,
  RiExternalLinkLine,
  RiFileList3Line,
  RiLineChartLine,
} from '@remixicon/react';
import { useVoice } from '../words';
import styles from './OutageHead.module.css';

/** @internal */
export interface OutageHeadProps {
  incident: Incident;
}

/** From here on a clock time alone says too little. */
const DAY_SECONDS = 86_400;

/** Which incident, since when, and where to go next. */
export function OutageHead(props: OutageHeadProps) {
  const { incident } = props;
  const { formats, t } = useVoice();
  const now = useNow();
  const startedAt = new Date(incident.startedAt);
  const openSeconds = Math.max(1, (now.getTime() - startedAt.getTime()) / 1000);
  const links = [
    [incident.links.runbook, t('outage.runbook'), <RiBookReadLine />],
    [incident.links.logs, t('outage.logs'), <RiFileList3Line />],
    [incident.links.dashboards, t('outage.dashboards'), <RiLineChartLine />],
    [incident.url, t('outage.source'), <RiExternalLinkLine />],
  ] as const;
  const known = links.filter(([href]) => href !== undefined);
  return (
    <div className={styles.head}>
      <span className={styles.label}>
        <RiAlarmWarningFill size={14} aria-hidden />
        {incident.label}
      </span>
      <h2 className={styles.title}>{incident.title}</h2>
      <span className={styles.since}>
        {t('outage.since', {
          time: formats.instant(
            startedAt,
            openSeconds < DAY_SECONDS ? 'clock-seconds' : 'short',
          ),
          duration: formats.age(openSeconds),
        })}
      </span>
      <span className={styles.actions}>
        {known.map(([href, name, icon]) => (
          <ButtonLink
            key={name}
            variant="secondary"
            href={href}
            target="_blank"
            rel="noreferrer"
            iconStart={icon}
          >
            {name}
          </ButtonLink>
        ))}
      </span>
      {!incident.links.runbook && (
        <span className={styles.since}>{t('outage.noLinks')}</span>
      )}
    </div>
  );
}
