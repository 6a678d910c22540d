import { ExplainedNumber, PlainCard } from '@plimsoll/plugin-plimsoll-react';
import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import {
  bandText,
  FigureStrip,
  grounds,
  headline,
  targetText,
} from '../figures';
import { useVoice } from '../words';
import styles from './MetricTile.module.css';

/** @internal */
export interface MetricTileProps {
  figure: MetricFigure;
  /** Its explanation is open. */
  open: boolean;
  /** It may no longer be true. */
  stale: boolean;
  onExplain(): void;
}

/** One metric: figure, picture, ground. */
export function MetricTile(props: MetricTileProps) {
  const { figure, open, stale, onExplain } = props;
  const voice = useVoice();
  const { t } = voice;
  const target = targetText({ figure, ...voice });
  const band = bandText({ figure, ...voice });
  const name = t(`metric.${figure.metric}`);
  return (
    <PlainCard label={name}>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        {target && (
          <span
            className={styles.target}
            data-missed={figure.target?.met === false || undefined}
          >
            {target}
          </span>
        )}
      </div>
      <p className={styles.value}>
        <ExplainedNumber open={open} stale={stale} onExplain={onExplain}>
          {headline({ figure, ...voice }).text}
        </ExplainedNumber>
      </p>
      <div className={styles.strip} data-stale={stale || undefined}>
        <FigureStrip figure={figure} />
      </div>
      <p className={styles.ground}>{groundText().join(' \u00b7 ')}</p>
      {band && <p className={styles.band}>{band}</p>}
    </PlainCard>
  );

  function groundText(): string[] {
    const all = grounds({ figure, ...voice });
    if (figure.unit !== 'seconds') {
      return all;
    }
    return figure.value === undefined && (figure.samples ?? []).length > 0
      ? [...all, t('ground.eachDrawn')]
      : [
          ...all,
          ...(figure.value === undefined ? [] : [t('ground.logarithmic')]),
        ];
  }
}
