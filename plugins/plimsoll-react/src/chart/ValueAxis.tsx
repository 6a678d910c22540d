import styles from './ValueAxis.module.css';

/** A value on the left axis. @public */
export interface ValueTick {
  /** Pixels from the top. */
  y: number;
  label: string;
  /** `zero` is drawn in ink, `none` has only its label. */
  line: 'grid' | 'zero' | 'none';
}

/** @internal */
export interface ValueAxisProps {
  ticks: readonly ValueTick[];
  left: number;
  right: number;
}

/** Labels and lines of the value axis. @internal */
export function ValueAxis(props: ValueAxisProps) {
  const { ticks, left, right } = props;
  return (
    <g>
      {ticks.map(({ y, label, line }) => (
        <g key={label}>
          {line !== 'none' && (
            <path
              className={line === 'zero' ? styles.zero : styles.grid}
              d={`M${left} ${y}H${right}`}
            />
          )}
          <text className={styles.label} x={left - 7} y={y + 4}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}
