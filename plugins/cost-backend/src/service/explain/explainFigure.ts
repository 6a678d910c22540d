import { NotFoundError } from '@backstage/errors';
import type {
  CostExplanation,
  ServiceCost,
  UnitCost,
} from '@plimsoll/plugin-cost-common';
import { explainChange } from './explainChange';
import type { Explained } from './Explained';
import { explainForecast } from './explainForecast';
import { optionalInput } from './optionalInput';
import { rangeInputs } from './rangeInputs';
import { savingInputs } from './savingInputs';
import { toSource } from './toSource';

const KNOWN =
  'total, change, forecast, budget, saving, matched, category:<category> and unit-cost:<unit>';

const EXPLANATIONS: Record<
  string,
  ((cost: ServiceCost, part: string) => Explained | undefined) | undefined
> = {
  total: cost => ({
    value: cost.total,
    formula: 'sum of the categories + sum of the lines of their own',
    inputs: [
      ...rangeInputs(cost),
      ...cost.categories.map(({ category, total }) => ({
        name: category,
        value: total,
      })),
      ...cost.lines.map(({ kind, total }) => ({ name: kind, value: total })),
    ],
    definition:
      'Cost of all charges of these days that the service was given, by the metric that is named; tax, credits, refunds and adjustments are part of it.',
  }),
  change: explainChange,
  forecast: ({ forecast }) => explainForecast(forecast),
  budget: ({ budget }) =>
    budget && {
      formula: 'month to date / budget',
      inputs: [
        { name: 'month-to-date', value: budget.used },
        { name: 'budget', value: budget.amount },
        { name: 'ratio', value: String(budget.usedRatio) },
        { name: 'state', value: budget.state },
        ...optionalInput('set-by', budget.setBy),
        ...optionalInput('set-at', budget.setAt),
      ],
      definition:
        'What a person, or cost.budgets in app-config, allows a month to cost.',
    },
  saving: ({ savings }) => ({
    ...(savings.foundAt && { value: savings.realisable }),
    formula: 'sum of the savings that are neither held back nor opened',
    inputs: savingInputs({
      ...savings,
      more: optionalInput('largest', savings.largest?.title),
    }),
    definition:
      'Money a month that would really be saved, each after all that are applied before it; together never more than the cost.',
  }),
  matched: ({ proof }) =>
    proof.matchedRatio === undefined
      ? undefined
      : {
          formula: '1 - unallocated / bill',
          inputs: [
            ...optionalInput('ratio', proof.matchedRatio),
            ...optionalInput('unallocated', proof.unallocated?.amount),
          ],
          definition:
            'Share of the whole bill of these days that stands on a service, or on a line of its own for idle and shared cost.',
        },
  category: (cost, part) => {
    const share = cost.categories.find(({ category }) => category === part);
    return (
      share && {
        value: share.total,
        formula: 'sum over why the service was given it',
        inputs: [
          ...rangeInputs(cost),
          ...share.bases.map(({ basis, total }) => ({
            name: Object.values(basis).join(' '),
            value: total,
          })),
        ],
        definition:
          'Charges of this category, by what gave them to the service: its name on the charge, a rule, its use of a machine, a resource that it depends on, or its part of a shared pool.',
      }
    );
  },
  'unit-cost': (cost, part) => {
    const unit = cost.unitCosts.find(item => item.unit === part);
    return (
      unit && {
        ...(unit.value !== undefined && { value: unit.value }),
        formula: `cost / ${unit.unit} x ${unit.per}`,
        inputs: [
          ...rangeInputs(cost),
          { name: 'state', value: unit.state },
          ...optionalInput('volume', unit.volume),
          ...optionalInput('days', unit.days.length),
          ...optionalInput('fixed-a-day', unit.fixedPerDay),
          ...optionalInput('marginal', unit.marginal),
          ...changeInputs(unit),
        ],
        definition:
          'Cost of the complete days that have both a bill and a volume, divided by their volume: a ratio of sums, not a mean of ratios. A deployment is named where the days beside it moved as the two weeks on both sides did, further than by chance (95 %, by Sidak) for any of those that were compared, and no turn of the month explains it as well.',
      }
    );
  },
};

/**
 * One figure of a service with everything that it is made of.
 *
 * @throws NotFoundError for a figure that the service does not have
 */
export function explainFigure(options: {
  cost: ServiceCost;
  figure: string;
}): CostExplanation {
  const { cost, figure } = options;
  const [name, part] = figure.split(':');
  const explain = Object.hasOwn(EXPLANATIONS, name)
    ? EXPLANATIONS[name]
    : undefined;
  const explained = explain?.(cost, part ?? '');
  if (!explained) {
    throw new NotFoundError(
      `${cost.entityRef} has no figure '${figure}'; there are ${KNOWN}`,
    );
  }
  return { figure, ...explained, sources: cost.proof.sources.map(toSource) };
}

/** Which deployment moved it, and between what and what. */
function changeInputs({ changedBy }: UnitCost): Explained['inputs'] {
  return changedBy
    ? [
        {
          name: 'changed-by',
          value: changedBy.version ?? changedBy.deploymentId,
        },
        ...optionalInput('changed-at-least', changedBy.change?.low),
        ...optionalInput('changed-at-most', changedBy.change?.high),
        ...optionalInput('deployments-compared', changedBy.tried),
      ]
    : [];
}
