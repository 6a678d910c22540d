import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CodeBlock, useFormats } from '@plimsoll/plugin-plimsoll-react';
import type { RollupSum, SloRollup } from '@plimsoll/plugin-slo-common';
import styles from '../explanation/explanation.module.css';
import { sloTranslationRef } from '../translation';
import { ApartSection } from './ApartSection';
import { sumWords } from './sumWords';

/** @internal */
export interface SumExplanationProps {
  rollup: SloRollup;
  sum: RollupSum;
}

/** A sum's ground: what was added, how, what was not, and what that means. */
export function SumExplanation(props: SumExplanationProps) {
  const { rollup, sum } = props;
  const { unit, bad, total, sli, coverage, corrected } = sum;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const words = sumWords({ sum, formats, t });
  const told = {
    window: words.window,
    bad: formats.count(bad),
    total: formats.count(total),
    objectives: t('rollup.objectives', { count: sum.objectives }),
    services: t('rollup.services', { count: sum.services }),
  };
  return (
    <div className={styles.content}>
      <p>
        {sli === undefined
          ? t('rollupExplain.nothingHappened', told)
          : t(`rollupExplain.sentence.${unit}`, { ...told, sli: words.figure })}
      </p>
      {sli !== undefined && (
        <section>
          <h3 className={styles.title}>{t('rollupExplain.formula')}</h3>
          <CodeBlock label={t('rollupExplain.formula')}>
            {[
              'sli = 1 - sum(bad) / sum(total)',
              `    = 1 - ${told.bad} / ${told.total}`,
              `    = ${sli.toFixed(7)}`,
            ].join('\n')}
          </CodeBlock>
        </section>
      )}
      <ApartSection rollup={rollup} sum={sum} />
      <section>
        <h3 className={styles.title}>{t('rollupExplain.notes')}</h3>
        <ul className={styles.notes}>
          <li>{t('rollupExplain.weights')}</li>
          {unit === 'events' && <li>{t('rollupExplain.twice')}</li>}
          <li>
            {t('rollupExplain.coverage', { share: formats.share(coverage) })}
          </li>
          {corrected && (
            <li>
              {t('rollupExplain.corrected', {
                count: corrected.objectives,
                bad: formats.count(corrected.bad),
                total: formats.count(corrected.total),
                sli: words.raw ?? t('rollup.noEvents'),
              })}
            </li>
          )}
        </ul>
      </section>
    </div>
  );
}
