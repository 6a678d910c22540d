import type { IndexedService } from '@plimsoll/service-index';
import type { Knex } from 'knex';

/** What lists show of a row's service. Null where the catalog has none. */
export interface RowServiceColumns {
  service_ref: string | null;
  service_system: string | null;
  /** Refs with a space between them; refs have none. */
  service_owners: string | null;
}

/**
 * Adds the service of `o` to a query. Asked for afterwards, it would wait for
 * a connection once more, while evaluations hold them.
 */
export function selectRowService(query: Knex.QueryBuilder): Knex.QueryBuilder {
  const owners = query.client.raw(
    `(select string_agg(w.owner_ref, ' ') from service_index_owner as w where w.entity_ref = o.entity_ref)`,
  );
  return query
    .leftJoin('service_index as v', 'v.entity_ref', 'o.entity_ref')
    .select({
      service_ref: 'v.entity_ref',
      service_system: 'v.system_ref',
      service_owners: owners,
    });
}

/** The service that {@link selectRowService} found, if there is one. */
export function rowService(
  row: RowServiceColumns,
): Pick<IndexedService, 'owners' | 'system'> | undefined {
  if (row.service_ref === null) {
    return undefined;
  }
  return {
    owners: row.service_owners?.split(' ').sort() ?? [],
    system: row.service_system ?? undefined,
  };
}
