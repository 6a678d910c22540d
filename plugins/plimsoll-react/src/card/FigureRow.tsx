import type { ReactNode } from 'react';
import { CardItem } from './CardList';
import styles from './FigureRow.module.css';

/** @public */
export interface FigureRowProps {
  name: string;
  /** It comes first: its name is bold. */
  first?: boolean;
  /** A small picture between name and figure. */
  picture?: ReactNode;
  /** A picture at the start of the second line, before the ground. */
  strip?: ReactNode;
  /** Text, or an `ExplainedNumber`. */
  figure: ReactNode;
  /** The figure is older than it should be: it is greyed. */
  stale?: boolean;
  /** What the figure stands on: sample, window, interval. */
  ground: ReactNode;
  /** At the end of the second line: the target, or the figure's age. */
  target?: ReactNode;
}

/**
 * One figure of a card: its name, its ground, its target.
 *
 * @public
 */
export function FigureRow(props: FigureRowProps) {
  const { name, first, picture, strip, figure, stale, ground, target } = props;
  return (
    <CardItem>
      <span className={styles.line}>
        <span className={styles.name} data-first={first || undefined}>
          {name}
        </span>
        {picture && (
          <span className={styles.picture} data-stale={stale || undefined}>
            {picture}
          </span>
        )}
        <span className={styles.figure} data-stale={stale || undefined}>
          {figure}
        </span>
      </span>
      <span className={styles.line}>
        {strip && (
          <span className={styles.strip} data-stale={stale || undefined}>
            {strip}
          </span>
        )}
        <span className={styles.ground}>{ground}</span>
        {target && <span className={styles.target}>{target}</span>}
      </span>
    </CardItem>
  );
}
