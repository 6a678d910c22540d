import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '../../format';
import { plimsollTranslationRef } from '../../translation';
import type { Fall } from './largestFall';
import styles from './BudgetLabels.module.css';

/** @internal */
export interface FallNoteProps {
  fall: Fall;
  /** Pixels of the fall, and of where it began. */
  x: number;
  y: number;
  left: number;
  right: number;
  compact: boolean;
}

/** How deep the budget fell, on the side that has more room for words. */
export function FallNote(props: FallNoteProps) {
  const { fall, x, y, left, right, compact } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const change = formats.share(-fall.depth);
  const before = x - left > right - x;
  return (
    <text
      className={styles.note}
      x={x + (before ? -8 : 8)}
      y={Math.max(22, y - 2)}
      textAnchor={before ? 'end' : 'start'}
    >
      {compact
        ? change
        : t('chart.fall', {
            change,
            date: formats.instant(fall.to.at, 'date'),
          })}
    </text>
  );
}
