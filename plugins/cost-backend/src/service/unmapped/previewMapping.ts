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
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import { totalOf } from '../cost/sumBy';
import { findMembers } from '../members/findMembers';
import { readRange } from '../range/readRange';
import { readUnmappedCharges } from './readUnmappedCharges';

/**
 * What a mapping would give to a service of what nobody owns, and the
 * annotation that makes it so. Nothing is changed. For who may see totals.
 *
 * @throws InputError when the ref or the range is none
 * @throws NotFoundError when there is no such service, or none to be seen
 */
export async function previewMapping(options: {
  context: CostContext;
  view: CostView;
  request: PreviewMappingRequest & CostRangeRequest;
}): Promise<MappingPreview> {
  const { context, view, request } = options;
  const { client } = context;
  const { match } = request;
  const entity = askedEntity(request.entityRef);
  await findMembers({ client, scope: view.scope, entity });
  const annotation = annotationOf(match);
  const { range } = await readRange(options);
  const charges = (await readUnmappedCharges({ client, range })).filter(
    ({ key, kind }) => matchesCharge({ match, key, kind }),
  );
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
