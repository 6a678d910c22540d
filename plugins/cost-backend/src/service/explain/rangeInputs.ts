import type { CostExplanation, CostProof } from '@plimsoll/plugin-cost-common';

/** Of which days, by which metric, in which currency. */
export function rangeInputs(options: {
  from: string;
  to: string;
  proof: Pick<CostProof, 'metric' | 'currency'>;
}): CostExplanation['inputs'] {
  const { from, to, proof } = options;
  return [
    { name: 'from', value: from },
    { name: 'to', value: to },
    { name: 'metric', value: proof.metric },
    { name: 'currency', value: proof.currency },
  ];
}
