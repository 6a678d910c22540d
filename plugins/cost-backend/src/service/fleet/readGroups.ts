import type {
  CostGrouping,
  ListCostServicesRequest,
  NanoUnits,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { ServiceDigest } from '../../derive/ServiceDigest';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import type { CostRange } from '../range/CostRange';
import { applyServiceFilter } from './applyServiceFilter';

/** A system, domain or owner, as far as its services may be seen. */
export interface CostGroup {
  ref: string;
  members: string[];
  total: NanoUnits;
  saving: NanoUnits;
  anomalies: number;
  digests: ServiceDigest[];
}

/**
 * What several own counts for each of them, as on the page of each; owners are
 * no parts of a whole, and are never added up.
 */
const GROUP_SQL: Record<Exclude<CostGrouping, 'service'>, string> = {
  system: 'i.system_ref',
  domain: 'i.domain_ref',
  owner: 'o.owner_ref',
};

/** Groups of all services that are visible and asked for, in no order. */
export async function readGroups(options: {
  context: CostContext;
  view: CostView;
  request: ListCostServicesRequest;
  groupBy: Exclude<CostGrouping, 'service'>;
  range: CostRange;
}): Promise<CostGroup[]> {
  const { context, view, request, groupBy, range } = options;
  const { client } = context;
  const query = client('cost_service as s')
    .join('service_index as i', 'i.entity_ref', 's.entity_ref')
    .where('s.currency', range.currency);
  if (groupBy === 'owner') {
    query
      .join('service_index_owner as o', 'o.entity_ref', 's.entity_ref')
      // no figure stands for a person
      .whereNot('o.owner_ref', 'like', 'user:%');
  }
  query.whereRaw(`${GROUP_SQL[groupBy]} is not null`);
  applyServiceFilter(query, {
    scope: view.scope,
    filter: request,
    column: 's.entity_ref',
  });
  const rows: Array<{
    ref: string;
    entity_ref: string;
    amount: string;
    saving: string;
    anomalies: number;
    content: string;
  }> = await query.select(
    client.raw(`${GROUP_SQL[groupBy]} as ref`),
    's.entity_ref',
    's.anomalies',
    's.content',
    client.raw('cast(?? as text) as amount', [`s.${range.metric}_to_date`]),
    client.raw('cast(coalesce(s.saving, 0) as text) as saving'),
  );
  const spent = range.isRunningMonth
    ? undefined
    : await readSpent(client, range);
  const groups = new Map<string, CostGroup>();
  for (const row of rows) {
    const group = groups.get(row.ref) ?? emptyGroup(row.ref);
    groups.set(row.ref, group);
    group.members.push(row.entity_ref);
    group.total += spent ? spent.get(row.entity_ref) ?? 0n : BigInt(row.amount);
    group.saving += BigInt(row.saving);
    group.anomalies += row.anomalies;
    group.digests.push(JSON.parse(row.content));
  }
  return [...groups.values()];
}

function emptyGroup(ref: string): CostGroup {
  return { ref, members: [], total: 0n, saving: 0n, anomalies: 0, digests: [] };
}

async function readSpent(
  client: Knex,
  range: CostRange,
): Promise<Map<string, NanoUnits>> {
  const rows: Array<{ entity_ref: string; amount: string }> = await client(
    'cost_daily',
  )
    .where('currency', range.currency)
    .where('day', '>=', range.from)
    .where('day', '<', range.to)
    .whereNotNull('entity_ref')
    .groupBy('entity_ref')
    .select(
      'entity_ref',
      client.raw('cast(sum(??) as text) as amount', [range.metric]),
    );
  return new Map(rows.map(row => [row.entity_ref, BigInt(row.amount)]));
}
