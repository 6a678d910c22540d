import { applyServiceScope, type ServiceScope } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import { SERVICE_TABLES } from './findMembers';

/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/** Those of some services that the caller may see. */
export async function visibleRefs(options: {
  client: Knex;
  scope: ServiceScope;
  entityRefs: Iterable<string>;
}): Promise<ReadonlySet<string>> {
  const { client, scope } = options;
  const refs = [...new Set(options.entityRefs)];
  if (scope.kind === 'all') {
    return new Set(refs);
  }
  const visible = new Set<string>();
  for (let start = 0; start < refs.length; start += CHUNK) {
    for (const table of SERVICE_TABLES) {
      const column = `${table}.entity_ref`;
      const query = client(table).whereIn(
        column,
        refs.slice(start, start + CHUNK),
      );
      applyServiceScope(query, { scope, column });
      const found: string[] = await query.distinct(column).pluck(column);
      found.forEach(ref => visible.add(ref));
    }
  }
  return visible;
}
