import { useFormats } from '../../format';
import type { KnownPoint } from '../lastKnown';
import styles from './BurnPeak.module.css';

/** @internal */
export interface BurnPeakProps {
  peak: KnownPoint;
  /** Pixels. */
  x: number;
  y: number;
  right: number;
}

/** Names the fastest burn at the place where it was. @internal */
export function BurnPeak(props: BurnPeakProps) {
  const { peak, x, y, right } = props;
  const formats = useFormats();
  const flip = x > right - 60;
  return (
    <>
      <circle className={styles.dot} cx={x} cy={y} r="3.5" />
      <text
        className={styles.label}
        x={x + (flip ? -8 : 8)}
        y={y - 3}
        textAnchor={flip ? 'end' : 'start'}
      >
        {formats.burnRate(peak.value)}
      </text>
    </>
  );
}
