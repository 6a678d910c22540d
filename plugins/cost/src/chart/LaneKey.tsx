import {
  VERDICT_KINDS,
  type MarkerLane,
} from '@plimsoll/plugin-plimsoll-react';
import styles from './HatchKey.module.css';

/** @internal */
export interface LaneKeyProps {
  lane: MarkerLane;
}

/**
 * What the marks of a lane are, where they are no deployments: those are named
 * by their verdicts.
 */
export function LaneKey(props: LaneKeyProps) {
  const { title, markers } = props.lane;
  const verdicts: readonly string[] = VERDICT_KINDS;
  if (
    markers.length === 0 ||
    markers.some(({ kind }) => verdicts.includes(kind))
  ) {
    return null;
  }
  return (
    <span className={styles.key}>
      <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden>
        {markers[0].glyph}
      </svg>
      {title}
    </span>
  );
}
