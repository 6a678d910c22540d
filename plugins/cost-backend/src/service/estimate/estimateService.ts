import { NotFoundError } from '@backstage/errors';
import {
  type CostEstimate,
  estimateCost,
  type EstimateRequest,
} from '@plimsoll/plugin-cost-common';
import type { CostContext } from '../CostContext';

/**
 * What a service would cost a month before it exists.
 *
 * @throws NotFoundError without a rate card
 * @throws InputError for what the rate card does not have
 */
export function estimateService(options: {
  context: Pick<CostContext, 'rateCard'>;
  request: EstimateRequest;
}): CostEstimate {
  const { context, request } = options;
  const { rateCard } = context;
  if (!rateCard) {
    throw new NotFoundError(
      'There is no rate card: add cost.rateCard with a title and items to app-config',
    );
  }
  return estimateCost({ rateCard, request });
}
