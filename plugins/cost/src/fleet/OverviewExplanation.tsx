import {
  costTotalReadPermission,
  type CostMetric,
  type CostProof,
} from '@plimsoll/plugin-cost-common';
import { ExplanationContent } from '../explanation/ExplanationContent';
import { useOverviewExplanation } from '../queries/useOverviewExplanation';
import { useVoice } from '../words';
import { overviewText } from './overviewText';

/** @internal */
export interface OverviewExplanationProps {
  figure: string;
  metric: CostMetric;
  proof: CostProof;
  /** The figure as it reads on the page. */
  value: string;
}

/** Why a figure of the whole bill is what it is. */
export function OverviewExplanation(props: OverviewExplanationProps) {
  const { figure, metric, proof, value } = props;
  const voice = useVoice();
  return (
    <ExplanationContent
      explanation={useOverviewExplanation({ figure, metric })}
      permission={costTotalReadPermission.name}
      proof={proof}
      value={value}
      textOf={explanation => overviewText({ explanation, ...voice })}
    />
  );
}
