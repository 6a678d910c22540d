import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '../format';
import { plimsollTranslationRef } from '../translation';
import type { PlotGeometry } from './plotGeometry';
import type { TimeTicks } from './timeTicks';
import styles from './TimeAxis.module.css';

/** @internal */
export interface TimeAxisProps extends TimeTicks {
  geometry: PlotGeometry;
  width: number;
  /** The axis ends now. */
  endsNow: boolean;
}

/** Pixels that half a label takes. */
const HALF_LABEL = 22;
/** Pixels that the word "now" needs at the end. */
const NOW_ROOM = 52;

const STYLES = { clock: 'clock', date: 'date', month: 'month' } as const;

/**
 * The words under the time axis. The chart's own sentence speaks for them.
 *
 * @internal
 */
export function TimeAxis(props: TimeAxisProps) {
  const { ticks, label, geometry, width, endsNow } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const { left, right, x } = geometry;
  const last = right - (endsNow ? NOW_ROOM : HALF_LABEL);

  return (
    <svg className={styles.axis} width={width} height={20} aria-hidden>
      {ticks
        .filter(tick => x(tick) >= left - 1 && x(tick) <= last)
        .map(tick => (
          <text
            key={tick.getTime()}
            x={Math.max(HALF_LABEL, x(tick))}
            y={14}
            className={styles.tick}
          >
            {formats.instant(tick, STYLES[label])}
          </text>
        ))}
      {endsNow && (
        <text x={right} y={14} className={styles.now}>
          {t('chart.now')}
        </text>
      )}
    </svg>
  );
}
