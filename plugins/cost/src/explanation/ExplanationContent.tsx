import {
  costReadPermission,
  type CostMetric,
  type ServiceCost,
} from '@plimsoll/plugin-cost-common';
import { ReadState } from '../empty';
import { useExplanation } from '../queries/useExplanation';
import { useVoice } from '../words';
import { explanationText } from './explanationText';
import { inputText } from './inputText';
import { ExplainRows, ExplainSection } from './ExplainSection';
import { sourceText } from './sourceText';
import styles from './ExplainSection.module.css';

/** @internal */
export interface ExplanationContentProps {
  cost: Pick<ServiceCost, 'entityRef' | 'unitCosts' | 'proof'>;
  figure: string;
  metric: CostMetric;
  /** The figure as it reads on the page. */
  value: string;
}

/** A figure's ground: what it means, its formula, its inputs, its sources. */
export function ExplanationContent(props: ExplanationContentProps) {
  const { cost, figure, metric, value } = props;
  const { entityRef, unitCosts, proof } = cost;
  const { currency, sources } = proof;
  const explanation = useExplanation({ entityRef, figure, metric });
  const voice = useVoice();
  const { formats, t } = voice;
  const { data } = explanation;
  if (!data) {
    return (
      <ReadState
        polled={explanation}
        title={t('error.explanation')}
        permission={costReadPermission.name}
      />
    );
  }
  const { definition, formula } = explanationText({
    explanation: data,
    unitCosts,
    ...voice,
  });
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
