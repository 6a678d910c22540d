import type {
  PreviewMappingRequest,
  UnmappedCost,
} from '@plimsoll/plugin-cost-common';

/** What must be true of a charge to be one of these. */
export function mappingMatch(
  cost: Pick<UnmappedCost, 'by' | 'name' | 'value'>,
): PreviewMappingRequest['match'] {
  const { by, name, value } = cost;
  switch (by) {
    case 'tag':
      return { tag: { key: name, value } };
    case 'resource':
      return { resourceId: value };
    case 'product':
      return { product: value };
    default:
      return { subAccount: value };
  }
}
