import { PLOT_TOP, type PlotGeometry } from './plotGeometry';
import type { TimeRange } from './TimeRange';
import styles from './ExcludedBands.module.css';

/** @internal */
export interface ExcludedBandsProps {
  excluded: readonly TimeRange[];
  geometry: PlotGeometry;
  bottom: number;
}

/** Narrower stretches are still drawn this wide, in pixels. */
const NARROWEST = 3;

/**
 * Stretches that corrections exclude: measured and known, but not judged, so
 * the ground is shaded and not hatched.
 *
 * @internal
 */
export function ExcludedBands(props: ExcludedBandsProps) {
  const { excluded, geometry, bottom } = props;
  const { left, right, x } = geometry;
  const bands = excluded
    .map(({ from, to }) => ({
      start: Math.max(left, x(from)),
      end: Math.min(right, x(to)),
    }))
    .filter(({ start, end }) => end > start);
  return (
    <g>
      {bands.map(({ start, end }) => {
        const width = Math.max(NARROWEST, end - start);
        return (
          <g key={start}>
            <rect
              className={styles.band}
              x={start}
              y={PLOT_TOP}
              width={width}
              height={bottom - PLOT_TOP}
            />
            <path
              className={styles.end}
              d={`M${start} ${PLOT_TOP}V${bottom}M${
                start + width
              } ${PLOT_TOP}V${bottom}`}
            />
          </g>
        );
      })}
    </g>
  );
}
