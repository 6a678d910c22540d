import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useNavigate } from 'react-router-dom';
import { useFormats } from '../format';
import { plimsollTranslationRef } from '../translation';
import { foldMarkers, type MarkerGroup } from './foldMarkers';
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
 * The marks of one source on the axis: a list of buttons, each with its own
 * words.
 *
 * @internal
 */
export function MarkerLaneView(props: MarkerLaneViewProps) {
  const { lane, x, left, right } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const navigate = useNavigate();

  const nameOf = ({ markers }: MarkerGroup) => {
    const [first] = markers;
    return markers.length === 1
      ? `${first.title}, ${formats.instant(first.at, 'short')}`
      : t('markers.folded', {
          count: markers.length,
          from: formats.instant(first.at, 'short'),
          to: formats.instant(markers[markers.length - 1].at, 'short'),
        });
  };

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
      {foldMarkers({ markers: lane.markers, x }).map(group => {
        const [{ id, glyph, href }] = group.markers;
        return (
          <li key={id} className={styles.item} style={{ left: group.x }}>
            <button
              type="button"
              className={styles.button}
              aria-label={nameOf(group)}
              title={nameOf(group)}
              onClick={() => href && navigate(href)}
            >
              <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden>
                {glyph}
              </svg>
              {group.markers.length > 1 && (
                <span className={styles.count}>
                  {formats.count(group.markers.length)}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
