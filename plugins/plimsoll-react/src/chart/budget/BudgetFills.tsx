import { HatchPattern } from '../HatchPattern';
import styles from './BudgetFills.module.css';

/** @internal */
export interface BudgetFillsProps {
  /** Makes the ids of clips and patterns unique on the page. */
  id: string;
  /** Path between the line and zero. */
  area: string;
  /** Pixels of zero and of the lowest value. */
  zero: number;
  bottom: number;
  left: number;
  right: number;
}

/**
 * Fills what is left with a tint of the data colour and hatches what was
 * overspent.
 *
 * @internal
 */
export function BudgetFills(props: BudgetFillsProps) {
  const { id, area, zero, bottom, left, right } = props;
  const width = right - left;
  return (
    <>
      <defs>
        <clipPath id={`${id}left`}>
          <rect x={left} y="0" width={width} height={zero} />
        </clipPath>
        <clipPath id={`${id}over`}>
          <rect
            x={left}
            y={zero}
            width={width}
            height={Math.max(0, bottom - zero)}
          />
        </clipPath>
        <HatchPattern id={`${id}hatch`} tone="overdraft" />
      </defs>
      <path className={styles.left} d={area} clipPath={`url(#${id}left)`} />
      <path d={area} clipPath={`url(#${id}over)`} fill={`url(#${id}hatch)`} />
    </>
  );
}
