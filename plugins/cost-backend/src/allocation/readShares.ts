import { formatAmount, type NodeUse } from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { distinctValues } from '../database/distinctValues';
import { readPages } from '../database/readPages';

interface ShareRow {
  day: string;
  cluster: string;
  provider_id: string | null;
  node: string;
  owner_kind: NodeUse['owner']['kind'];
  labels: string | null;
  namespace: string | null;
  list_price: string;
  storage_price: string | null;
  network_price: string | null;
  currency: string;
}

/** Reads how the machines of clusters were used. */
export async function readShares(options: {
  trx: Knex;
  from: string;
  /** Exclusive. */
  to: string;
  pace: Pace;
}): Promise<NodeUse[]> {
  const { trx, from, to, pace } = options;
  const days = await distinctValues({
    query: trx('cost_share'),
    column: 'day',
    from,
    to,
  });
  const shares: NodeUse[] = [];
  for (const day of days) {
    const pages = readPages<ShareRow>({
      client: trx,
      query: trx('cost_share')
        .where({ day })
        .select(
          'day',
          'cluster',
          'provider_id',
          'node',
          'owner_kind',
          'labels',
          'namespace',
          'currency',
          ...['list_price', 'storage_price', 'network_price'].map(price =>
            trx.raw('cast(?? as text) as ??', [price, price]),
          ),
        ),
    });
    for await (const rows of pages) {
      rows.forEach(row => shares.push(toShare(row)));
      await pace.rest();
    }
  }
  return shares;
}

function toShare(row: ShareRow): NodeUse {
  return {
    day: row.day,
    cluster: row.cluster,
    node: row.node,
    ...(row.provider_id !== null && { providerId: row.provider_id }),
    owner:
      row.owner_kind === 'workload'
        ? {
            kind: 'workload',
            labels: JSON.parse(row.labels ?? '{}'),
            ...(row.namespace !== null && { namespace: row.namespace }),
          }
        : { kind: row.owner_kind },
    listPrice: formatAmount(BigInt(row.list_price)),
    ...(row.storage_price !== null && {
      storageListPrice: formatAmount(BigInt(row.storage_price)),
    }),
    ...(row.network_price !== null && {
      networkListPrice: formatAmount(BigInt(row.network_price)),
    }),
    currency: row.currency,
  };
}
