import {
  costReadPermission,
  type CostMetric,
  type ServiceCost,
} from '@plimsoll/plugin-cost-common';
import { ExplanationContent } from '../explanation/ExplanationContent';
import { explanationText } from '../explanation/explanationText';
import { useExplanation } from '../queries/useExplanation';
import { useVoice } from '../words';

/** @internal */
export interface ServiceExplanationProps {
  cost: Pick<ServiceCost, 'entityRef' | 'unitCosts' | 'proof'>;
  figure: string;
  metric: CostMetric;
  /** As the address has it; that of the bill without it. */
  asked?: string;
  /** The figure as it reads on the page. */
  value: string;
}

/** Why a figure of one service or group is what it is. */
export function ServiceExplanation(props: ServiceExplanationProps) {
  const { cost, figure, metric, asked, value } = props;
  const { entityRef, unitCosts, proof } = cost;
  const voice = useVoice();
  return (
    <ExplanationContent
      explanation={useExplanation({
        entityRef,
        figure,
        metric,
        currency: asked,
      })}
      permission={costReadPermission.name}
      proof={proof}
      value={value}
      textOf={explanation =>
        explanationText({ explanation, unitCosts, ...voice })
      }
    />
  );
}
