import { NotFoundError } from '@backstage/errors';
import {
  type CostExplanation,
  type CostOverview,
  formatAmount,
  parseAmount,
} from '@plimsoll/plugin-cost-common';
import type { OpenSavings } from '../overview/readOpenSavings';
import { explainChange } from './explainChange';
import type { Explained } from './Explained';
import { explainForecast } from './explainForecast';
import { optionalInput } from './optionalInput';
import { rangeInputs } from './rangeInputs';
import { savingInputs } from './savingInputs';
import { toSource } from './toSource';

/** What figures of the whole bill are explained with. */
interface Grounds {
  overview: CostOverview;
  savings: OpenSavings;
}

const EXPLANATIONS: Record<
  string,
  ((grounds: Grounds) => Explained | undefined) | undefined
> = {
  total: ({ overview }) => ({
    value: overview.bill,
    formula: 'on services + unallocated + idle + shared + residue',
    inputs: [
      ...rangeInputs(overview),
      { name: 'on-services', value: overview.services },
      ...poolInputs(overview),
    ],
    definition:
      'All charges of these days, of all sources, by the metric that is named. Each stands on a service or in one of the pools, and nowhere twice; tax, credits, refunds and adjustments are part of it.',
  }),
  change: ({ overview }) =>
    explainChange({ ...overview, total: overview.bill }),
  forecast: ({ overview }) => explainForecast(overview.forecast),
  'on-services': ({ overview }) => ({
    value: overview.services,
    formula: 'bill - unallocated - idle - shared - residue',
    inputs: [
      ...rangeInputs(overview),
      { name: 'total', value: overview.bill },
      ...poolInputs(overview),
      ...optionalInput('ratio', ratioOf(overview.services, overview.bill)),
    ],
    definition:
      'Charges that were given to a service: by its name on the charge, a rule, its use of a machine, a resource that it depends on, or its part of a shared pool. The ratio is of the bill.',
  }),
  'on-no-service': ({ overview }) => ({
    value: sumOf(Object.values(overview.pools)),
    formula: 'unallocated + idle + shared + residue',
    inputs: [...rangeInputs(overview), ...poolInputs(overview)],
    definition:
      'Unallocated is what names no service that the catalog knows, idle what clusters did not use, shared what a pool holds that is divided among nobody, and residue what division left over.',
  }),
  lines: ({ overview }) =>
    overview.lines.length === 0
      ? undefined
      : {
          value: sumOf(overview.lines.map(({ total }) => total)),
          formula: 'sum of the lines of their own',
          inputs: [
            ...rangeInputs(overview),
            ...overview.lines.map(({ kind, total }) => ({
              name: kind,
              value: total,
            })),
          ],
          definition:
            'Charges that are spent on nothing: tax, credits, refunds and adjustments. They are part of the bill, and of what stands on services and on none; this is not added to it.',
        },
  savings: ({ overview, savings }) => ({
    ...(overview.saving !== undefined && { value: overview.saving }),
    formula: 'sum of the savings that are neither held back nor opened',
    inputs: savingInputs({
      ...savings,
      foundAt: overview.savingsFoundAt,
      more: [
        ...optionalInput('expected', overview.forecast?.expected),
        ...optionalInput(
          'ratio',
          ratioOf(overview.saving, overview.forecast?.expected),
        ),
      ],
    }),
    definition:
      'Money a month that would really be saved, each after all that are applied before it; together never more than the cost. The ratio is of the expected month.',
  }),
};

/**
 * One figure of the whole bill with everything that it is made of, to the digit
 * as the overview has it.
 *
 * @throws NotFoundError for a figure that the overview does not have
 */
export function explainOverview(
  options: Grounds & { figure: string },
): CostExplanation {
  const { figure, overview } = options;
  const explained = Object.hasOwn(EXPLANATIONS, figure)
    ? EXPLANATIONS[figure]?.(options)
    : undefined;
  if (!explained) {
    throw new NotFoundError(
      `The overview has no figure '${figure}'; there are ${Object.keys(
        EXPLANATIONS,
      ).join(', ')}`,
    );
  }
  return {
    figure,
    ...explained,
    sources: overview.proof.sources.map(toSource),
  };
}

function poolInputs({ pools }: CostOverview): Explained['inputs'] {
  return Object.entries(pools).map(([name, value]) => ({ name, value }));
}

function sumOf(amounts: readonly string[]): string {
  return formatAmount(
    amounts.reduce((sum, amount) => sum + parseAmount(amount), 0n),
  );
}

/** Unknown where there is no part, or no whole above zero. */
function ratioOf(
  part: string | undefined,
  whole: string | undefined,
): number | undefined {
  return part !== undefined && Number(whole) > 0
    ? Number(part) / Number(whole)
    : undefined;
}
