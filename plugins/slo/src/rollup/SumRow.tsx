import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ExplainedNumber,
  FigureRow,
  useFormats,
} from '@plimsoll/plugin-plimsoll-react';
import type { SloRollup } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { sumWords } from './sumWords';
import styles from './SumRow.module.css';

/** @internal */
export interface SumRowProps {
  rollup: SloRollup;
  stale: boolean;
  explained: boolean;
  onExplain(): void;
}

/** The indicator that speaks for most services, or why there is none. */
export function SumRow(props: SumRowProps) {
  const { rollup, stale, explained, onExplain } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const [sum, ...others] = rollup.sums;
  const apart = others.length;
  const leftOut = rollup.leftOut.reduce(
    (count, one) => count + one.objectives,
    0,
  );
  if (!sum) {
    return (
      <FigureRow
        name={t('rollup.none')}
        figure={t('rollup.cannotTell')}
        stale
        ground={rollup.leftOut.map(({ reason, objectives }) => (
          <span key={reason} className={styles.line}>
            {t('rollup.leftOutWhy', {
              objectives: t('rollup.objectives', { count: objectives }),
              reason: t(`rollupExplain.reason.${reason}`),
            })}
          </span>
        ))}
      />
    );
  }
  const words = sumWords({ sum, formats, t });
  const notes = [
    ...(apart > 0 ? [t('rollup.apart', { count: apart })] : []),
    ...(leftOut > 0 ? [t('rollup.leftOut', { count: leftOut })] : []),
    ...(words.raw === undefined
      ? []
      : [t('correction.raw', { value: words.raw })]),
  ];
  return (
    <FigureRow
      name={words.name}
      stale={stale}
      figure={
        <ExplainedNumber open={explained} onExplain={onExplain} stale={stale}>
          {words.figure}
        </ExplainedNumber>
      }
      ground={
        <>
          <span className={styles.line}>{words.ground}</span>
          <span className={styles.line}>
            {[words.joined, ...notes].join(' \u00b7 ')}
          </span>
        </>
      }
    />
  );
}
