import type {
  CostLens,
  ReliabilityLens,
  StabilityLens,
} from '@plimsoll/plugin-service-health-common';
import type { KeptCost } from './toCostLens';

/** What is kept of a service, all lenses together. */
export interface ServiceLenses {
  reliability?: ReliabilityLens;
  stability?: StabilityLens;
  /** By currency, the one to be shown first. */
  costs: KeptCost[];
}

/** The cost that pages show. */
export function shownCost({ costs }: ServiceLenses): CostLens | undefined {
  const [first, ...others] = costs;
  return (
    first && {
      ...first,
      otherCurrencies: others.map(({ currency }) => currency),
    }
  );
}
