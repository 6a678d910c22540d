import type {
  MetricFigure,
  MetricName,
} from '@plimsoll/plugin-stability-common';
import { findFigure } from '../figures';
import { useVoice } from '../words';
import { MetricTile } from './MetricTile';
import styles from './MetricTiles.module.css';

/** The five of DORA, and how long a rollback takes. */
const TILES: readonly MetricName[] = [
  'change-failure-rate',
  'deployment-frequency',
  'change-lead-time',
  'failed-deployment-recovery-time',
  'rework-rate',
  'rollback-time',
];

/** @internal */
export interface MetricTilesProps {
  metrics: readonly MetricFigure[];
  /** Metric whose explanation is open. */
  explained?: MetricName;
  /** They may no longer be true. */
  stale: boolean;
  onExplain(metric: MetricName): void;
}

/** Six figures, each with its picture, its ground and its explanation. */
export function MetricTiles(props: MetricTilesProps) {
  const { metrics, explained, stale, onExplain } = props;
  const { t } = useVoice();
  return (
    <div className={styles.frame}>
      <ul className={styles.tiles} aria-label={t('tile.figures')}>
        {TILES.flatMap(name => {
          const figure = findFigure(metrics, name);
          return figure ? (
            <li key={name} className={styles.item}>
              <MetricTile
                figure={figure}
                open={explained === name}
                stale={stale}
                onExplain={() => onExplain(name)}
              />
            </li>
          ) : (
            []
          );
        })}
      </ul>
    </div>
  );
}
