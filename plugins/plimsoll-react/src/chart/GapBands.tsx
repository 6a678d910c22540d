import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '../format';
import { plimsollTranslationRef } from '../translation';
import { PLOT_TOP, type PlotGeometry } from './plotGeometry';
import type { TimeGap } from './TimeRange';
import styles from './GapBands.module.css';

/** @internal */
export interface GapBandsProps {
  gaps: readonly TimeGap[];
  geometry: PlotGeometry;
  bottom: number;
  hatchId: string;
  /** Where the words stand, out of the way of the line. */
  labelAt: 'top' | 'bottom';
}

/** Narrower gaps are still drawn this wide, in pixels. */
const NARROWEST = 3;
/** Pixels that the words of a gap need. */
const LABEL_ROOM = 110;

/**
 * Stretches without data: the line is broken, the band hatched and, where it
 * does not crowd the chart, labelled.
 *
 * @internal
 */
export function GapBands(props: GapBandsProps) {
  const { gaps, geometry, bottom, hatchId, labelAt } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const { left, right, x } = geometry;

  const bands = gaps
    .map(gap => ({
      gap,
      start: Math.max(left, x(gap.from)),
      end: Math.min(right, x(gap.to)),
    }))
    .filter(({ start, end }) => end > start)
    .map(band => ({
      ...band,
      width: Math.max(NARROWEST, band.end - band.start),
    }));
  // Above a narrow plot stand the peaks, which matter more.
  const widest =
    geometry.compact && labelAt === 'top'
      ? undefined
      : [...bands].sort((a, b) => b.width - a.width)[0];

  return (
    <g>
      {bands.map(({ gap, start, width }) => (
        <g key={gap.from.getTime()}>
          <rect
            className={styles.clear}
            x={start}
            y={PLOT_TOP}
            width={width}
            height={bottom - PLOT_TOP}
          />
          <rect
            x={start}
            y={PLOT_TOP}
            width={width}
            height={bottom - PLOT_TOP}
            fill={`url(#${hatchId})`}
          />
        </g>
      ))}
      {widest && (
        <text
          className={styles.label}
          {...labelPlace(widest, right)}
          y={labelAt === 'top' ? PLOT_TOP + 10 : bottom - 7}
        >
          {widest.gap.reason ??
            t('chart.gap', {
              duration: formats.duration(secondsOf(widest.gap)),
            })}
        </text>
      )}
    </g>
  );
}

function secondsOf(gap: TimeGap): number {
  return (gap.to.getTime() - gap.from.getTime()) / 1000;
}

/** Inside a wide band, otherwise right of it, or left of it at the end. */
function labelPlace(band: { start: number; width: number }, right: number) {
  const { start, width } = band;
  if (width > LABEL_ROOM) {
    return { x: start + width / 2, textAnchor: 'middle' as const };
  }
  return start + width + LABEL_ROOM < right
    ? { x: start + width + 5, textAnchor: 'start' as const }
    : { x: start - 5, textAnchor: 'end' as const };
}
