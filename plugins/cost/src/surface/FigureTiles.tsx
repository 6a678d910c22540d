import type { ReactNode } from 'react';
import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import styles from './FigureTiles.module.css';

/** Figures side by side in one card, divided by hairlines. */
export function FigureTiles(props: { label: string; children: ReactNode }) {
  return (
    <PlainCard flush label={props.label}>
      <ul className={styles.tiles}>{props.children}</ul>
    </PlainCard>
  );
}

/** @internal */
export interface FigureTileProps {
  name: string;
  /** Text, or an `ExplainedNumber`. */
  figure: ReactNode;
  /** What the figure stands on. */
  ground: ReactNode;
  /** After the ground: a `TextButton`. */
  action?: ReactNode;
}

/** One figure: its name, its value, its ground. */
export function FigureTile(props: FigureTileProps) {
  const { name, figure, ground, action } = props;
  return (
    <li className={styles.tile}>
      <h3 className={styles.name}>{name}</h3>
      <p className={styles.figure}>{figure}</p>
      <p className={styles.ground}>
        {ground} {action}
      </p>
    </li>
  );
}
