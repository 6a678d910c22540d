import { NotFoundError } from '@backstage/errors';
import type {
  CostExplanation,
  CostProof,
  ServiceCost,
} from '@plimsoll/plugin-cost-common';

type Explained = Pick<
  CostExplanation,
  'value' | 'formula' | 'inputs' | 'definition'
>;

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
      ...range(cost),
      ...cost.categories.map(({ category, total }) => ({
        name: category,
        value: total,
      })),
      ...cost.lines.map(({ kind, total }) => ({ name: kind, value: total })),
    ],
    definition:
      'Cost of all charges of these days that the service was given, by the metric that is named; tax, credits, refunds and adjustments are part of it.',
  }),
  change: ({ change, total, ...cost }) =>
    change && {
      value: change.amount,
      formula: 'cost of the complete days - cost of the same weekdays before',
      inputs: [
        ...range(cost),
        { name: 'total', value: total },
        { name: 'compared-from', value: change.from },
        { name: 'compared-to', value: change.to },
        ...optional('ratio', change.ratio),
      ],
      definition:
        'As many days are compared, moved back by whole weeks, so that weekends meet weekends.',
    },
  forecast: ({ forecast }) =>
    forecast && {
      value: forecast.expected,
      formula:
        'cost of the complete days + for each other day the median of its weekday in 28 days, and monthly fees on the first',
      inputs: [
        { name: 'month', value: forecast.month },
        { name: 'low', value: forecast.low },
        { name: 'high', value: forecast.high },
        { name: 'confidence', value: String(forecast.confidence) },
        { name: 'days', value: String(forecast.days) },
      ],
      definition:
        'Expected cost of the whole month. The interval is what the same forecast missed by when it is tried on past days.',
    },
  budget: ({ budget }) =>
    budget && {
      formula: 'month to date / budget',
      inputs: [
        { name: 'month-to-date', value: budget.used },
        { name: 'budget', value: budget.amount },
        { name: 'ratio', value: String(budget.usedRatio) },
        { name: 'state', value: budget.state },
        ...optional('set-by', budget.setBy),
        ...optional('set-at', budget.setAt),
      ],
      definition:
        'What a person, or cost.budgets in app-config, allows a month to cost.',
    },
  saving: ({ savings }) => ({
    value: savings.realisable,
    formula: 'sum of the savings that are neither held back nor opened',
    inputs: [
      { name: 'open', value: String(savings.open) },
      { name: 'held-back', value: String(savings.heldBack) },
      ...optional('largest', savings.largest?.title),
    ],
    definition:
      'Money a month that would really be saved, each after all that are applied before it; together never more than the cost.',
  }),
  matched: ({ proof }) =>
    proof.matchedRatio === undefined
      ? undefined
      : {
          formula: '1 - unallocated / bill',
          inputs: [
            ...optional('ratio', proof.matchedRatio),
            ...optional('unallocated', proof.unallocated?.amount),
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
          ...range(cost),
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
          ...range(cost),
          { name: 'state', value: unit.state },
          ...optional('volume', unit.volume),
          ...optional('days', unit.days.length),
          ...optional('fixed-a-day', unit.fixedPerDay),
          ...optional('marginal', unit.marginal),
        ],
        definition:
          'Cost of the complete days that have both a bill and a volume, divided by their volume: a ratio of sums, not a mean of ratios.',
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

function range(cost: Pick<ServiceCost, 'from' | 'to' | 'proof'>) {
  return [
    { name: 'from', value: cost.from },
    { name: 'to', value: cost.to },
    { name: 'metric', value: cost.proof.metric },
    { name: 'currency', value: cost.proof.currency },
  ];
}

function optional(name: string, value: string | number | undefined) {
  return value === undefined ? [] : [{ name, value: String(value) }];
}

function toSource(
  source: CostProof['sources'][number],
): CostExplanation['sources'][number] {
  const { name, type, format, completeTo, state, readAt } = source;
  return {
    name,
    detail: [
      format ?? type,
      completeTo && `complete to ${completeTo}`,
      state !== 'ok' && state,
    ]
      .filter(Boolean)
      .join(', '),
    ...(readAt && { readAt }),
  };
}
