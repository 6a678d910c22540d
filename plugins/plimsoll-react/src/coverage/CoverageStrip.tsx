import '../theme/roles.css';
import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TimeGap, TimeRange } from '../chart';
import { HatchPattern } from '../chart/HatchPattern';
import { plotGeometry } from '../chart/plotGeometry';
import { useElementWidth } from '../media';
import { useFormats } from '../format';
import { plimsollTranslationRef } from '../translation';
import styles from './CoverageStrip.module.css';

/** @public */
export interface CoverageStripProps {
  range: TimeRange;
  /** Stretches that were not measured. */
  gaps: readonly TimeGap[];
  /** Share of the range that was measured, 0..1. */
  coverage: number;
}

const HEIGHT = 10;

/**
 * Which stretches of the time axis were measured: solid is known, hatched is
 * not.
 *
 * @public
 */
export function CoverageStrip(props: CoverageStripProps) {
  const { range, gaps, coverage } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const { ref, width } = useElementWidth<HTMLDivElement>(720);
  const hatchId = useId();
  const { left, right, x } = plotGeometry({ width, range });
  const clamp = (at: Date) => Math.min(right, Math.max(left, x(at)));

  return (
    <div className={styles.strip} ref={ref}>
      <svg
        className={styles.picture}
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={t('coverage.strip', {
          share: formats.share(coverage),
          count: gaps.length,
        })}
      >
        <defs>
          <HatchPattern id={hatchId} />
        </defs>
        <rect
          className={styles.measured}
          x={left}
          width={right - left}
          height={HEIGHT}
        />
        {gaps
          .filter(gap => gap.to > range.from && gap.from < range.to)
          .map(gap => {
            const place = {
              x: clamp(gap.from),
              width: Math.max(3, clamp(gap.to) - clamp(gap.from)),
              height: HEIGHT,
            };
            return (
              <g key={gap.from.getTime()}>
                <rect className={styles.clear} {...place} />
                <rect {...place} fill={`url(#${hatchId})`} />
              </g>
            );
          })}
        <text className={styles.label} x={right + 8} y={HEIGHT - 1}>
          {formats.share(coverage)}
        </text>
      </svg>
    </div>
  );
}
