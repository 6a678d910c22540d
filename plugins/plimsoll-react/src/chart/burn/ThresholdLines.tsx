import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '../../format';
import { plimsollTranslationRef } from '../../translation';
import { spreadLabels } from '../spreadLabels';
import type { BurnThreshold } from './BurnThreshold';
import styles from './ThresholdLines.module.css';

/** @internal */
export interface ThresholdLinesProps {
  thresholds: readonly BurnThreshold[];
  y(rate: number): number;
  left: number;
  right: number;
  /** Only the factor stands at the line. */
  compact: boolean;
}

/**
 * 1× solid, then dotted, then dashed, each named at its right end.
 *
 * @internal
 */
export function ThresholdLines(props: ThresholdLinesProps) {
  const { thresholds, y, left, right, compact } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();

  const above = thresholds
    .filter(({ factor }) => factor > 1)
    .sort((a, b) => a.factor - b.factor);
  const isTicketAtOne = thresholds.some(
    ({ factor, severity }) => factor === 1 && severity === 'ticket',
  );
  const lines = [
    {
      factor: 1,
      look: 'solid',
      word: isTicketAtOne ? ('ticket' as const) : ('evenPace' as const),
    },
    ...above.map(({ factor, severity }, index) => ({
      factor,
      look: index % 2 === 0 ? 'dotted' : 'dashed',
      word: severity,
    })),
  ];
  // From top to bottom, so that labels are pushed down and not up.
  const places = spreadLabels(lines.map(({ factor }) => y(factor)));

  return (
    <g>
      {lines.map(({ factor, look, word }, index) => (
        <g key={factor}>
          <path
            className={styles.line}
            data-look={look}
            d={`M${left} ${y(factor)}H${right}`}
          />
          <text className={styles.label} x={right + 8} y={places[index] + 4}>
            {compact
              ? formatFactor(factor)
              : t(`chart.${word}`, { factor: formatFactor(factor) })}
          </text>
        </g>
      ))}
    </g>
  );

  function formatFactor(factor: number): string {
    return Number.isInteger(factor)
      ? t('chart.times', { factor: formats.count(factor) })
      : formats.burnRate(factor);
  }
}
