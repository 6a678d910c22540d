import type { CostExplanation, CostProof } from '@plimsoll/plugin-cost-common';
import { optionalInput } from './optionalInput';

/** Of which days, by which metric, in which currency. */
export function rangeInputs(options: {
  from: string;
  to: string;
  /** Where later days are left out. */
  knownTo?: string;
  proof: Pick<CostProof, 'metric' | 'currency'>;
}): CostExplanation['inputs'] {
  const { from, to, knownTo, proof } = options;
  return [
    { name: 'from', value: from },
    { name: 'to', value: to },
    ...optionalInput('known-to', knownTo),
    { name: 'metric', value: proof.metric },
    { name: 'currency', value: proof.currency },
  ];
}
