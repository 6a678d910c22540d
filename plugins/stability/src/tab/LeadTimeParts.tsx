import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import { findFigure } from '../figures';
import { useVoice } from '../words';
import styles from './LeadTimeParts.module.css';

/** @internal */
export interface LeadTimePartsProps {
  metrics: readonly MetricFigure[];
}

/** Where the time from commit to production goes. */
export function LeadTimeParts(props: LeadTimePartsProps) {
  const { formats, t } = useVoice();
  const figure = findFigure(props.metrics, 'change-lead-time');
  const parts = figure?.parts ?? [];
  const known = parts.filter(({ value }) => value !== undefined);
  const total = known.reduce((sum, { value = 0 }) => sum + value, 0);
  if (!figure || figure.sampleSize === 0) {
    return null;
  }
  return (
    <PlainCard label={t('lead.title')}>
      <h2 className={styles.title}>{t('lead.title')}</h2>
      <p className={styles.subtitle}>
        {known.length === 0 ? t('lead.none') : t('lead.subtitle')}
      </p>
      {total > 0 && (
        <div className={styles.bar} aria-hidden>
          {known.map(({ name, value = 0 }) => (
            <span
              key={name}
              className={styles.part}
              style={{ flexGrow: value / total }}
            />
          ))}
        </div>
      )}
      <dl className={styles.parts}>
        {parts.map(({ name, value, sampleSize }) => (
          <div key={name} className={styles.entry}>
            <dt className={styles.name}>{partName(name)}</dt>
            <dd className={styles.value}>
              {value === undefined
                ? t('lead.unknown')
                : formats.duration(value)}
            </dd>
            <dd className={styles.sample}>
              {t('lead.of', { count: sampleSize })}
            </dd>
          </div>
        ))}
      </dl>
    </PlainCard>
  );

  function partName(name: string): string {
    switch (name) {
      case 'commit-to-merge':
      case 'merge-to-start':
      case 'start-to-live':
        return t(`lead.parts.${name}`);
      default:
        return name;
    }
  }
}
