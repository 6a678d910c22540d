import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CodeBlock, useFormats } from '@plimsoll/plugin-plimsoll-react';
import type { ExplainedFigure } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import styles from './explanation.module.css';

/** @internal */
export interface FormulaSectionProps {
  figure: ExplainedFigure;
  /** Another title than that of the figure that is explained. */
  title?: string;
}

/** The formula in symbols and with its numbers, and the time it speaks of. */
export function FormulaSection(props: FormulaSectionProps) {
  const { formula, steps, from, to } = props.figure;
  const { t } = useTranslationRef(sloTranslationRef);
  const { title = t('explain.formula') } = props;
  const formats = useFormats();
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <CodeBlock label={title}>{[formula, ...steps].join('\n')}</CodeBlock>
      {from && to && (
        <p className={styles.below}>
          {t('explain.span', {
            from: formats.instant(new Date(from), 'short'),
            to: formats.instant(new Date(to), 'short'),
          })}
        </p>
      )}
    </section>
  );
}
