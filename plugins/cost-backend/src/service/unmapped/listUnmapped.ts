import {
  type CostRangeRequest,
  type PageRequest,
  type ProvenPage,
  rankUnmapped,
  type UnmappedCost,
} from '@plimsoll/plugin-cost-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import { visibleRefs } from '../members/visibleRefs';
import { pagedItems } from '../pagedItems';
import { readRange } from '../range/readRange';
import { readProof } from '../state/readProof';
import { readUnmappedCharges } from './readUnmappedCharges';

const DEFAULT_LIMIT = 25;

/**
 * What no service owns, dearest first, with the services that it may belong
 * to, as far as the caller may see them. For who may see totals.
 *
 * @throws InputError when the range is none or the cursor is not of here
 */
export async function listUnmapped(options: {
  context: CostContext;
  view: CostView;
  request: PageRequest & CostRangeRequest;
}): Promise<ProvenPage<UnmappedCost>> {
  const { context, view, request } = options;
  const { client, allocation: settings } = context;
  const { state, range } = await readRange(options);
  const [charges, services, labels, proof] = await Promise.all([
    readUnmappedCharges({ client, range }),
    context.services.getAll(),
    client('cost_mapping')
      .where({ kind: 'label', name: '' })
      .select('entity_ref', 'value'),
    readProof({ client, state, range, view }),
  ]);
  const visible = await visibleRefs({
    client,
    scope: view.scope,
    entityRefs: services.keys(),
  });
  const names = new Map<string, string[]>();
  for (const { entity_ref: ref, value } of labels) {
    names.set(ref, [...(names.get(ref) ?? []), value]);
  }
  const page = pagedItems({
    items: rankUnmapped({
      charges,
      tags: settings.tags,
      services: [...services.values()]
        .filter(
          ({ kind, entityRef }) =>
            kind === 'component' && visible.has(entityRef),
        )
        .map(({ entityRef, title }) => {
          const { name } = parseEntityRef(entityRef);
          return {
            entityRef,
            title: title ?? name,
            names: [...new Set([name, ...(names.get(entityRef) ?? [])])],
          };
        }),
    }),
    nameOf: ({ by, name, value }) => JSON.stringify([by, name, value]),
    list: 'unmapped',
    limit: request.limit ?? DEFAULT_LIMIT,
    cursor: request.cursor,
  });
  return { ...page, proof };
}
