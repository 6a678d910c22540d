import type { MetricName } from '@plimsoll/plugin-stability-common';
import { stabilityReadPermission } from '@plimsoll/plugin-stability-common';
import { ReadState } from '../empty';
import { useExplanation } from '../queries/useExplanation';
import type { Range } from '../queries/ranges';
import { useVoice, type FactIndex } from '../words';
import { DefinitionSection } from './DefinitionSection';
import { InputsSection } from './InputsSection';
import { SampleSections } from './SampleSections';
import styles from './explanation.module.css';

/** @internal */
export interface MetricExplanationContentProps {
  entityRef: string;
  range: Range;
  metric: MetricName;
  index: FactIndex;
}

/** A number's ground: its definition, its inputs, what was counted. */
export function MetricExplanationContent(props: MetricExplanationContentProps) {
  const { entityRef, range, metric, index } = props;
  const explanation = useExplanation({ entityRef, range, metric });
  const { t } = useVoice();
  const { data } = explanation;
  if (!data) {
    return (
      <ReadState
        polled={explanation}
        title={t('error.explanation')}
        permission={stabilityReadPermission.name}
      />
    );
  }
  return (
    <div className={styles.content}>
      <DefinitionSection definition={data.formula} />
      <InputsSection explanation={data} />
      <SampleSections entityRef={entityRef} explanation={data} index={index} />
    </div>
  );
}
