import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LoadLineMark } from '../../budget';
import { useFormats } from '../../format';
import { plimsollTranslationRef } from '../../translation';
import { lastKnown } from '../lastKnown';
import { spreadLabels } from '../spreadLabels';
import type { TimePoint } from '../TimeRange';
import { STEEP_FALL } from './budgetFinding';
import { FallNote } from './FallNote';
import { largestFall } from './largestFall';
import styles from './BudgetLabels.module.css';

/** @internal */
export interface BudgetLabelsProps {
  points: readonly TimePoint[];
  soFar: readonly TimePoint[];
  loadLine: number;
  x(at: Date): number;
  y(value: number): number;
  left: number;
  right: number;
  /** Too narrow for the date of the fall. */
  compact: boolean;
}

/**
 * The words at the data: the newest value, the load line, and the deepest
 * fall where there was one.
 *
 * @internal
 */
export function BudgetLabels(props: BudgetLabelsProps) {
  const { points, soFar, loadLine, x, y, left, right, compact } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const newest = lastKnown(points);
  const newestSoFar = lastKnown(soFar);
  const fall = largestFall(points);
  const [newestY, loadLineY, soFarY] = spreadLabels([
    y(newest?.value ?? 1),
    y(loadLine),
    y(newestSoFar?.value ?? 1),
  ]);

  return (
    <>
      {fall && fall.depth >= STEEP_FALL && (
        <FallNote
          fall={fall}
          x={x(fall.to.at)}
          y={y(fall.from.value)}
          left={left}
          right={right}
          compact={compact}
        />
      )}
      <g transform={`translate(${right + 2} ${loadLineY - 8})`}>
        <LoadLineMark />
      </g>
      <text className={styles.quiet} x={right + 22} y={loadLineY + 4}>
        {formats.share(loadLine, { decimals: 0 })}
      </text>
      {newestSoFar && (
        <text className={styles.quiet} x={right + 8} y={soFarY + 4}>
          {t('chart.soFar', { share: formats.share(newestSoFar.value) })}
        </text>
      )}
      {newest && (
        <>
          <circle
            className={styles.dot}
            cx={x(newest.at)}
            cy={y(newest.value)}
            r="3.5"
          />
          <text className={styles.value} x={right + 8} y={newestY + 4}>
            {formats.share(newest.value)}
          </text>
        </>
      )}
    </>
  );
}
