import type { CostExplanation, CostProof } from '@plimsoll/plugin-cost-common';
import type { Polled } from '@plimsoll/plugin-plimsoll-react';
import { ReadState } from '../empty';
import { useVoice } from '../words';
import { inputText } from './inputText';
import { ExplainRows, ExplainSection } from './ExplainSection';
import { sourceText } from './sourceText';
import styles from './ExplainSection.module.css';

/** @internal */
export interface ExplanationContentProps {
  explanation: Polled<CostExplanation>;
  /** What reading it needs. */
  permission: string;
  /** What the page stands on. */
  proof: CostProof;
  /** The figure as it reads on the page. */
  value: string;
  /** In the reader's words. */
  textOf(explanation: CostExplanation): { definition: string; formula: string };
}

/** A figure's ground: what it means, its formula, its inputs, its sources. */
export function ExplanationContent(props: ExplanationContentProps) {
  const { explanation, permission, proof, value, textOf } = props;
  const { currency, sources } = proof;
  const voice = useVoice();
  const { formats, t } = voice;
  const { data } = explanation;
  if (!data) {
    return (
      <ReadState
        polled={explanation}
        title={t('error.explanation')}
        permission={permission}
      />
    );
  }
  const { definition, formula } = textOf(data);
  return (
    <>
      <ExplainSection title={t('explain.means')}>
        <p className={styles.text}>{definition}</p>
      </ExplainSection>
      <ExplainSection title={t('explain.computed')}>
        <p className={styles.code}>{formula}</p>
        <ExplainRows
          rows={[
            ...data.inputs.map(input =>
              inputText({ input, currency, ...voice }),
            ),
            { name: t('explain.result'), value },
          ]}
          sum
        />
      </ExplainSection>
      <ExplainSection title={t('explain.sources')}>
        <ExplainRows
          rows={data.sources.map(source => ({
            name: sourceText({ source, sources, ...voice }),
            value: source.readAt
              ? formats.instant(new Date(source.readAt), 'short')
              : t('explain.notRead'),
          }))}
        />
      </ExplainSection>
    </>
  );
}
