import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import type { ServiceLenses } from './ServiceLenses';
import type { KeptCost } from './toCostLens';

interface LensRow {
  entity_ref: string;
  lens: string;
  content: string;
}

/**
 * What is kept of some services, by ref; those of which nothing is are left out.
 *
 * @param options.currency - the one that is shown where there are several
 */
export async function readLenses(options: {
  client: Knex;
  currency: string | undefined;
  entityRefs: readonly string[];
}): Promise<Map<string, ServiceLenses>> {
  const { client, currency, entityRefs } = options;
  const found = new Map<string, ServiceLenses>();
  for (const refs of inChunks(entityRefs)) {
    const rows: LensRow[] = await client('service_lens')
      .select('entity_ref', 'lens', 'content')
      .whereIn('entity_ref', refs)
      .orderBy('variant');
    for (const row of rows) {
      const lenses = found.get(row.entity_ref) ?? { costs: [] };
      found.set(row.entity_ref, withLens(lenses, row, currency));
    }
  }
  return found;
}

function withLens(
  lenses: ServiceLenses,
  { lens, content }: LensRow,
  currency: string | undefined,
): ServiceLenses {
  const value = JSON.parse(content);
  if (lens !== 'cost') {
    return { ...lenses, [lens]: value };
  }
  const cost: KeptCost = value;
  return {
    ...lenses,
    costs:
      cost.currency === currency
        ? [cost, ...lenses.costs]
        : [...lenses.costs, cost],
  };
}
