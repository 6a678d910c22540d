import { InputError } from '@backstage/errors';
import {
  COST_ANNOTATIONS,
  type CostRangeRequest,
  formatAmount,
  type MappingPreview,
  matchesCharge,
  type PreviewMappingRequest,
} from '@plimsoll/plugin-cost-common';
import { askedEntity } from '@plimsoll/service-index';
import type { CostContext } from '../CostContext';
import { totalOf } from '../cost/sumBy';
import { resolveRange } from '../range/resolveRange';
import { readBillState } from '../state/readBillState';
import { readUnmappedCharges } from './readUnmappedCharges';

/**
 * What a mapping would give to a service of what nobody owns, and the
 * annotation that makes it so. Nothing is changed. For who may see totals.
 *
 * @throws InputError when the ref or the range is none
 */
export async function previewMapping(options: {
  context: CostContext;
  request: PreviewMappingRequest & CostRangeRequest;
}): Promise<MappingPreview> {
  const { context, request } = options;
  const { client, allocation: settings, now } = context;
  const { match } = request;
  askedEntity(request.entityRef);
  const annotation = annotationOf(match);
  const state = await readBillState({ client, now: now() });
  const { currency } = settings;
  const range = resolveRange({ request, state, currency, now: now() });
  const charges = (
    await readUnmappedCharges({ client, settings, range })
  ).filter(({ key, kind }) => matchesCharge({ match, key, kind }));
  return {
    total: formatAmount(totalOf(charges)),
    days: charges.reduce((most, { days }) => Math.max(most, days), 0),
    charges: charges.reduce((sum, { rows }) => sum + rows, 0),
    annotation,
  };
}

function annotationOf(
  match: PreviewMappingRequest['match'],
): MappingPreview['annotation'] {
  const { tag, resourceId, subAccount, product } = match;
  if (tag) {
    return { key: COST_ANNOTATIONS.tags, value: `${tag.key}=${tag.value}` };
  }
  if (resourceId) {
    return { key: COST_ANNOTATIONS.resources, value: resourceId };
  }
  if (subAccount) {
    return { key: COST_ANNOTATIONS.subAccounts, value: subAccount };
  }
  if (product) {
    return { key: COST_ANNOTATIONS.products, value: product };
  }
  throw new InputError(
    'match says nothing; give it a tag, resourceId, subAccount or product',
  );
}
