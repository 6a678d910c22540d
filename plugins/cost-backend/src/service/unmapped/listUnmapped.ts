import {
  type CostPage,
  type CostRangeRequest,
  type PageRequest,
  rankUnmapped,
  type UnmappedCost,
} from '@plimsoll/plugin-cost-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { CostContext } from '../CostContext';
import { pagedItems } from '../pagedItems';
import { resolveRange } from '../range/resolveRange';
import { readBillState } from '../state/readBillState';
import { readUnmappedCharges } from './readUnmappedCharges';

const DEFAULT_LIMIT = 25;

/**
 * What no service owns, dearest first, with the services that it may belong
 * to. For who may see totals.
 *
 * @throws InputError when the range is none or the cursor is not of here
 */
export async function listUnmapped(options: {
  context: CostContext;
  request: PageRequest & CostRangeRequest;
}): Promise<CostPage<UnmappedCost>> {
  const { context, request } = options;
  const { client, allocation: settings, now } = context;
  const state = await readBillState({ client, now: now() });
  const { currency } = settings;
  const range = resolveRange({ request, state, currency, now: now() });
  const [charges, services, labels] = await Promise.all([
    readUnmappedCharges({ client, settings, range }),
    context.services.getAll(),
    client('cost_mapping')
      .where({ kind: 'label', name: '' })
      .select('entity_ref', 'value'),
  ]);
  const names = new Map<string, string[]>();
  for (const { entity_ref: ref, value } of labels) {
    names.set(ref, [...(names.get(ref) ?? []), value]);
  }
  return pagedItems({
    items: rankUnmapped({
      charges,
      tags: settings.tags,
      services: [...services.values()]
        .filter(({ kind }) => kind === 'component')
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
}
