import type { CostRangeRequest } from '@plimsoll/plugin-cost-common';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import type { BillState } from '../state/BillState';
import { readBillState } from '../state/readBillState';
import type { CostRange } from './CostRange';
import { resolveRange } from './resolveRange';

/**
 * What a request is about, made definite, and how far the bill goes.
 *
 * @throws InputError when a day is none, or the range is empty or too long
 */
export async function readRange(options: {
  context: CostContext;
  view: CostView;
  request: CostRangeRequest;
}): Promise<{ state: BillState; range: CostRange }> {
  const { context, view, request } = options;
  const { client, allocation, demo } = context;
  const now = context.now();
  const state: BillState = {
    ...(await readBillState({ client, view, now })),
    ...(demo && { demo }),
  };
  const { currency } = allocation;
  return { state, range: resolveRange({ request, state, currency, now }) };
}
