import styles from './CursorReadout.module.css';

/** @internal */
export interface CursorReadoutProps {
  time: string;
  value: string;
  /** Pixels of the cursor. */
  x: number;
  width: number;
}

/**
 * Time and value under the cursor, on the side that has room.
 *
 * @internal
 */
export function CursorReadout(props: CursorReadoutProps) {
  const { time, value, x, width } = props;
  return (
    <div
      className={styles.readout}
      data-side={x > width / 2 ? 'before' : 'after'}
      style={{ left: x }}
      aria-hidden
    >
      <strong>{value}</strong>
      <span className={styles.time}>{time}</span>
    </div>
  );
}
