import type { ReactNode } from 'react';
import styles from './CardRow.module.css';

/** @internal */
export interface CardRowProps {
  name: string;
  /** It comes first: its name is bold. */
  first?: boolean;
  /** A small picture between name and figure. */
  picture?: ReactNode;
  /** A picture that takes the second line instead of the ground. */
  strip?: ReactNode;
  figure: ReactNode;
  ground: string;
  target?: string;
}

/** One figure of the card: its name, its ground, its target. */
export function CardRow(props: CardRowProps) {
  const { name, first, picture, strip, figure, ground, target } = props;
  return (
    <li className={styles.row} data-first={first || undefined}>
      <span className={styles.line}>
        <span className={styles.name}>{name}</span>
        {picture && <span className={styles.picture}>{picture}</span>}
        <span className={styles.figure}>{figure}</span>
      </span>
      <span className={styles.line}>
        {strip && <span className={styles.strip}>{strip}</span>}
        <span className={styles.ground}>{ground}</span>
        {target && <span className={styles.target}>{target}</span>}
      </span>
    </li>
  );
}
