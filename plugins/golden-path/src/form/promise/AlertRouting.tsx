import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ServicePreview } from '@plimsoll/plugin-golden-path-common';
import {
  RiAlarmWarningLine,
  RiErrorWarningLine,
  RiInformationLine,
} from '@remixicon/react';
import { goldenPathTranslationRef } from '../../translation';
import { useAnswers } from '../page/FormContext';
import styles from './AlertRouting.module.css';

/** Who is told of what, as the repository will say it. */
export function AlertRouting(props: { preview: ServicePreview | undefined }) {
  const { preview } = props;
  const { t } = useTranslationRef(goldenPathTranslationRef);
  const { owner } = useAnswers();
  const alerts = preview?.service?.alerts;
  const isKnown =
    typeof owner === 'string' &&
    owner !== '' &&
    !preview?.placeholders.includes('owner');
  const slack = alerts?.slackChannel ?? '';
  const rows = alerts && [
    {
      Icon: RiAlarmWarningLine,
      severity: t('routing.critical'),
      where: alerts.pagerdutyService
        ? t('routing.pagerduty', { service: alerts.pagerdutyService })
        : slackOf(slack),
      what: t('routing.criticalWhat'),
    },
    {
      Icon: RiErrorWarningLine,
      severity: t('routing.warning'),
      where: slackOf(slack),
      what: t('routing.warningWhat'),
    },
    {
      Icon: RiInformationLine,
      severity: t('routing.info'),
      where: alerts.email,
      what: t('routing.infoWhat'),
    },
  ];
  return (
    <section className={styles.routing}>
      <h3>{t('routing.title')}</h3>
      <p>
        {isKnown
          ? t('routing.subtitle', { owner: parseEntityRef(owner).name })
          : t('routing.noOwner')}
      </p>
      {isKnown && rows && (
        <ul>
          {rows.map(({ Icon, severity, where, what }) => (
            <li key={severity}>
              <Icon size={16} aria-hidden />
              <span>{severity}</span>
              <strong>{where}</strong>
              <small>{what}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function slackOf(channel: string): string {
  return `Slack ${channel}`;
}
