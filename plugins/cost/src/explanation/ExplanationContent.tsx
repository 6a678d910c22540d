import {
  costReadPermission,
  type CostMetric,
} from '@plimsoll/plugin-cost-common';
import { ReadState } from '../empty';
import { useExplanation } from '../queries/useExplanation';
import { useVoice } from '../words';
import { inputText } from './inputText';
import { ExplainRows, ExplainSection } from './ExplainSection';
import styles from './ExplainSection.module.css';

/** @internal */
export interface ExplanationContentProps {
  entityRef: string;
  figure: string;
  metric: CostMetric;
  /** The figure as it reads on the page. */
  value: string;
  currency: string;
}

/** A figure's ground: what it means, its formula, its inputs, its sources. */
export function ExplanationContent(props: ExplanationContentProps) {
  const { entityRef, figure, metric, value, currency } = props;
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
  return (
    <>
      <ExplainSection title={t('explain.means')}>
        <p className={styles.text}>{data.definition}</p>
      </ExplainSection>
      <ExplainSection title={t('explain.computed')}>
        <p className={styles.code}>{data.formula}</p>
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
          rows={data.sources.map(({ name, detail, readAt }) => ({
            name: t('explain.source', { name, detail }),
            value: readAt
              ? formats.instant(new Date(readAt), 'short')
              : t('explain.notRead'),
          }))}
        />
      </ExplainSection>
    </>
  );
}
