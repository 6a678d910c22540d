import type { CostChange, CostProof } from '@plimsoll/plugin-cost-common';
import type { Explained } from './Explained';
import { optionalInput } from './optionalInput';
import { rangeInputs } from './rangeInputs';

/** How a sum of the range differs from the same weekdays before. */
export function explainChange(options: {
  from: string;
  to: string;
  total: string;
  change?: CostChange;
  proof: Pick<CostProof, 'metric' | 'currency'>;
}): Explained | undefined {
  const { change, total } = options;
  return (
    change && {
      value: change.amount,
      formula: 'cost of the complete days - cost of the same weekdays before',
      inputs: [
        ...rangeInputs(options),
        { name: 'total', value: total },
        { name: 'compared-from', value: change.from },
        { name: 'compared-to', value: change.to },
        ...optionalInput('ratio', change.ratio),
      ],
      definition:
        'As many days are compared, moved back by whole weeks, so that weekends meet weekends.',
    }
  );
}
