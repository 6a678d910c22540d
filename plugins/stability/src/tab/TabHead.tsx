import { ChoiceGroup, DemoBadge } from '@plimsoll/plugin-plimsoll-react';
import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';
import { AgeChip } from '../age';
import { RANGES, type Range } from '../queries/ranges';
import { useVoice } from '../words';
import styles from './TabHead.module.css';

/** @internal */
export interface TabHeadProps {
  metrics: StabilityMetrics;
  range: Range;
  /** Since when the figures may no longer be true. */
  stale?: Date;
  onRange(range: Range): void;
}

/** The range in one sentence, and the choice of another. */
export function TabHead(props: TabHeadProps) {
  const { metrics, range, stale, onRange } = props;
  const { counts } = metrics;
  const { formats, t } = useVoice();
  return (
    <div className={styles.head}>
      <p className={styles.summary}>
        {t('tab.summary', {
          from: formats.instant(new Date(metrics.from), 'date'),
          to: formats.instant(new Date(metrics.to), 'date'),
          deployments: t('tab.deploymentCount', { count: counts.deployments }),
          failed: formats.count(counts.failed),
          pending: formats.count(counts.pending),
          prevented: formats.count(counts.prevented),
        })}
      </p>
      {metrics.demo && <DemoBadge />}
      {stale && <AgeChip since={stale} />}
      <span className={styles.range}>
        <ChoiceGroup
          label={t('tab.range')}
          options={RANGES.map(id => ({ id, label: t(`tab.ranges.${id}`) }))}
          selected={range}
          onSelect={onRange}
        />
      </span>
    </div>
  );
}
