import {
  type AccountCost,
  type NanoUnits,
  nodeIdOf,
  type PricedNode,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { BilledResource } from './SavingFacts';
import { LOOKED_AT_DAYS, monthOfDays } from './monthOfDays';

const HOURS_OF_DAY = 24;

/** A cluster's machines, and the accounts that those on the bill are in. */
export interface ClusterMachines {
  nodes: PricedNode[];
  accounts: AccountCost[];
}

/** The machines of each cluster on the last day that it told of. */
export async function readNodes(options: {
  client: Knex;
  resources: readonly BilledResource[];
}): Promise<Map<string, ClusterMachines>> {
  const { client } = options;
  const billed = new Map(
    options.resources.map(resource => [
      nodeIdOf(resource.resourceId),
      resource,
    ]),
  );
  const clusters = new Map<string, ClusterMachines>();
  for (const row of await readRows(client)) {
    const { nodes, accounts } = clusters.get(row.cluster) ?? {
      nodes: [],
      accounts: [],
    };
    clusters.set(row.cluster, { nodes, accounts });
    const charged = billed.get(nodeIdOf(row.provider_id ?? row.node));
    const monthly =
      charged?.monthly ??
      monthOfDays(BigInt(row.list_price) * BigInt(LOOKED_AT_DAYS));
    nodes.push({ name: row.node, ...capacityOf(row), monthly });
    if (charged?.subAccount !== undefined) {
      accounts.push({ subAccount: charged.subAccount, monthly });
    }
  }
  return clusters;
}

interface NodeRow {
  cluster: string;
  node: string;
  provider_id: string | null;
  /** Nano-units, as text. */
  list_price: string;
  used_price: string | null;
  cores: number | null;
  bytes: number | null;
}

async function readRows(client: Knex): Promise<NodeRow[]> {
  const newest = client('cost_share')
    .groupBy('cluster')
    .select('cluster', client.raw('max(day) as day'))
    .as('newest');
  return client('cost_share as share')
    .join(newest, join =>
      join
        .on('newest.cluster', 'share.cluster')
        .andOn('newest.day', 'share.day'),
    )
    .groupBy('share.cluster', 'share.node')
    .select(
      'share.cluster',
      'share.node',
      client.raw('max(share.provider_id) as provider_id'),
      client.raw('cast(sum(share.list_price) as text) as list_price'),
      client.raw(
        'cast(sum(case when share.cpu_core_hours is not null then share.list_price end) as text) as used_price',
      ),
      client.raw('sum(share.cpu_core_hours) as cores'),
      client.raw('sum(share.ram_byte_hours) as bytes'),
    );
}

/**
 * What a machine has: what was asked for of it, and as much again as its idle
 * part is worth. A cluster tells how much was used, not how large machines are.
 */
function capacityOf(row: NodeRow) {
  const used: NanoUnits = BigInt(row.used_price ?? 0);
  const whole = used > 0n ? Number(BigInt(row.list_price)) / Number(used) : 0;
  return {
    cpuCores: ((row.cores ?? 0) / HOURS_OF_DAY) * whole,
    memoryBytes: ((row.bytes ?? 0) / HOURS_OF_DAY) * whole,
  };
}
