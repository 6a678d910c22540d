import styles from './ComingCard.module.css';

/** @public */
export interface ComingCardProps {
  /** About what the card will take, in pixels. */
  height: number;
}

/**
 * Keeps the place of a card whose code is on its way.
 *
 * @public
 */
export function ComingCard(props: ComingCardProps) {
  return (
    <div
      className={styles.coming}
      style={{ minBlockSize: props.height }}
      aria-busy="true"
    />
  );
}
