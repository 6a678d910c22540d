import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { plimsollTranslationRef } from '../translation';
import { foldMarkers } from './foldMarkers';
import { MarkerMark } from './MarkerMark';
import type { MarkerLane } from './TimeMarker';
import styles from './MarkerLaneView.module.css';

/** @internal */
export interface MarkerLaneViewProps {
  lane: MarkerLane;
  /** Pixels from the left edge of the plot. */
  x: (at: Date) => number;
  /** Where the axis begins and ends, in pixels. */
  left: number;
  right: number;
}

/**
 * The marks of one source on the axis: a list, each with its own words.
 *
 * @internal
 */
export function MarkerLaneView(props: MarkerLaneViewProps) {
  const { lane, x, left, right } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);

  if (lane.failed) {
    return (
      <p className={styles.failed} style={{ paddingInlineStart: left }}>
        {t('markers.failed', { source: lane.title })}
      </p>
    );
  }
  return (
    <ul className={styles.lane} aria-label={lane.title}>
      <li
        className={styles.axis}
        style={{ left, width: right - left }}
        aria-hidden
      />
      {foldMarkers({ markers: lane.markers, x }).map(group => (
        <li
          key={group.markers[0].id}
          className={styles.item}
          style={{ left: group.x }}
        >
          <MarkerMark group={group} />
        </li>
      ))}
    </ul>
  );
}
