import { explainMessages } from '../explanation/explainMessages';

const { definition, formula } = explainMessages;

/** Words of Explain for the whole bill. */
export const overviewMessages = {
  overview: {
    name: 'The whole bill',
    definition: {
      total:
        'All charges of these days, of all sources, by the metric that is named. Each stands on a service or in one of the pools, and nowhere twice. Tax, credits, refunds and adjustments are part of it.',
      change: definition.change,
      forecast: definition.forecast,
      'on-services':
        'Charges that were given to a service: by its name on the charge, a rule, its use of a machine, a resource that it depends on, or its part of a shared pool. The ratio is of the bill.',
      'on-no-service':
        'Unallocated is what names no service that the catalog knows, idle what clusters did not use, shared what a pool holds that is divided among nobody, and residue what division left over.',
      lines:
        'Charges that are spent on nothing: tax, credits, refunds and adjustments. They are part of the bill, and of what stands on services and on none. This is not added to it.',
      savings:
        'Money a month that would really be saved, each after all that are applied before it; together never more than the cost. The ratio is of the expected month.',
    },
    formula: {
      total: 'on services + unallocated + idle + shared + residue',
      change: formula.change,
      forecast: formula.forecast,
      'on-services':
        'bill \u2212 unallocated \u2212 idle \u2212 shared \u2212 residue',
      'on-no-service': 'unallocated + idle + shared + residue',
      lines: 'tax + credits + refunds + adjustments',
      savings: formula.saving,
    },
  },
} as const;
