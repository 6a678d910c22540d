import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { line } from 'd3-shape';
import { useFormats } from '../format';
import { plimsollTranslationRef } from '../translation';
import styles from './BudgetTrend.module.css';

/** @public */
export interface BudgetTrendProps {
  /** Budget left at evenly spaced instants, oldest first; null is a gap. */
  points: ReadonlyArray<number | null>;
}

const WIDTH = 64;
const HEIGHT = 24;
/** Keeps the line and its end dot inside the picture. */
const INSET = 3;

/**
 * The budget of the last 30 days as a line without axes, from full to empty
 * (and below, when overspent). It never stretches small changes.
 *
 * @public
 */
export function BudgetTrend(props: BudgetTrendProps) {
  const { points } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const known = points.filter((value): value is number => value !== null);

  if (known.length === 0) {
    return (
      <span
        className={styles.unknown}
        role="img"
        aria-label={t('budget.trendUnknown')}
      />
    );
  }
  const lowest = Math.min(0, ...known);
  const x = (index: number) =>
    INSET + (index / Math.max(1, points.length - 1)) * (WIDTH - 2 * INSET);
  const y = (value: number) =>
    INSET + ((1 - value) / (1 - lowest)) * (HEIGHT - 2 * INSET);
  const path = line<number | null>()
    .defined(value => value !== null)
    .x((_, index) => x(index))
    .y(value => y(value ?? 0));
  const lastIndex = points.findLastIndex(value => value !== null);

  return (
    <svg
      className={styles.trend}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('budget.trend', {
        first: formats.share(known[0]),
        last: formats.share(known[known.length - 1]),
      })}
    >
      <path d={path([...points]) ?? undefined} />
      <circle cx={x(lastIndex)} cy={y(known[known.length - 1])} r="2" />
    </svg>
  );
}
