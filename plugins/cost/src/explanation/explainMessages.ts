/** Words of Explain. */
export const explainMessages = {
  explain: {
    title: 'Why {{value}}',
    subtitle: '{{service}}, {{span}}, {{metric}} cost',
    means: 'What it means',
    computed: 'How it was worked out',
    result: 'Result',
    sources: 'Where it comes from',
    source: '{{name}}: {{detail}}',
    completeTo: 'complete to {{day}}',
    notRead: 'not read yet',
  },
  definition: {
    total:
      'Cost of all charges of these days that the service was given, by the metric that is named. Tax, credits, refunds and adjustments are part of it.',
    change:
      'As many days are compared, moved back by whole weeks, so that weekends meet weekends.',
    forecast:
      'Expected cost of the whole month. The interval is what the same forecast missed by when it is tried on past days.',
    budget:
      'What a person, or cost.budgets in app-config, allows a month to cost.',
    saving:
      'Money a month that would really be saved, each after all that are applied before it; together never more than the cost.',
    matched:
      'Share of the whole bill of these days that stands on a service, or on a line of its own for idle and shared cost.',
    category:
      'Charges of this category, by what gave them to the service: its name on the charge, a rule, its use of a machine, a resource that it depends on, or its part of a shared pool.',
    'unit-cost':
      'Cost of the complete days that have both a bill and a volume, divided by their volume: a ratio of sums, not a mean of ratios. A deployment is named where the days beside it moved as the two weeks on both sides did, further than by chance for any of those that were compared, and no turn of the month explains it as well.',
  },
  formula: {
    total: 'sum of the categories + tax, credits, refunds, adjustments',
    change: 'cost of the complete days \u2212 cost of the same weekdays before',
    forecast:
      'cost of the complete days + for each other day the median of its weekday in 28 days + monthly fees on the first',
    budget: 'month to date \u00f7 budget',
    saving: 'sum of the savings that are neither held back nor opened',
    matched: '1 \u2212 unallocated \u00f7 bill',
    category: 'sum over why the service was given it',
    'unit-cost': 'cost \u00f7 {{unit}} \u00d7 {{per}}',
  },
  input: {
    from: 'From',
    to: 'Up to, not included',
    metric: 'Metric',
    currency: 'Currency',
    total: 'Total',
    'compared-from': 'Compared with, from',
    'compared-to': 'Compared with, up to',
    ratio: 'Ratio',
    month: 'Month',
    low: 'At least',
    high: 'At most',
    confidence: 'Months that fell between',
    days: 'Days counted',
    'month-to-date': 'Month to date',
    budget: 'Budget',
    state: 'State',
    'set-by': 'Set by',
    'set-at': 'Set on',
    open: 'Savings open',
    'held-back': 'Held back',
    largest: 'Largest',
    'found-at': 'Worked out at',
    'on-services': 'On services',
    unallocated: 'Unallocated',
    idle: 'Idle',
    shared: 'Shared',
    residue: 'Residue of division',
    expected: 'Expected for the month',
    volume: 'Volume',
    'fixed-a-day': 'Fixed cost a day',
    marginal: 'Cost of one more unit',
    'changed-by': 'Changed by',
    'changed-at-least': 'Changed at least by',
    'changed-at-most': 'Changed at most by',
    'deployments-compared': 'Deployments compared at once',
  },
} as const;
