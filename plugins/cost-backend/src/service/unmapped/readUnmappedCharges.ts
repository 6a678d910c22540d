import {
  ChargeMatcher,
  type ChargeKey,
  type ChargeKind,
  nodeIdOf,
  type UnmappedCharge,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { AllocationSettings } from '../../allocation/AllocationSettings';
import { CatalogClaims } from '../../catalog/CatalogClaims';
import type { CostRange } from '../range/CostRange';

/** A charge that no service owns, with what previews ask about it. */
export interface UnownedCharge extends UnmappedCharge {
  kind: ChargeKind;
  days: number;
}

/** All charges of a range that no service owns, by what they are for. */
export async function readUnmappedCharges(options: {
  client: Knex;
  settings: AllocationSettings;
  range: CostRange;
}): Promise<UnownedCharge[]> {
  const { client, settings, range } = options;
  const { mapping } = await CatalogClaims.create({ client }).read();
  const nodes = await readNodes(client, range);
  const matcher = ChargeMatcher.create({
    ...settings,
    mapping,
    isNode: nodeId => nodes.has(nodeId),
  });
  const rows: Array<{
    content: string;
    kind: ChargeKind;
    amount: string;
    rows: string | number;
    days: string | number;
  }> = await client('cost_line as l')
    .join('cost_key as k', 'k.id', 'l.key_id')
    .where('l.day', '>=', range.from)
    .where('l.day', '<', range.to)
    .where('l.currency', range.currency)
    .groupBy('k.id', 'k.content', 'l.kind')
    .select(
      'k.content',
      'l.kind',
      client.raw('cast(sum(??) as text) as amount', [`l.${range.metric}`]),
      client.raw('count(*) as rows'),
      client.raw('count(distinct l.day) as days'),
    );
  return rows.flatMap(row => {
    const key: ChargeKey = JSON.parse(row.content);
    return matcher.ownerOf(key, row.kind).to === 'unallocated'
      ? [
          {
            key,
            kind: row.kind,
            amount: BigInt(row.amount),
            rows: Number(row.rows),
            days: Number(row.days),
          },
        ]
      : [];
  });
}

/** Machines whose use is known: they are split, and nobody's as a whole. */
async function readNodes(
  client: Knex,
  range: CostRange,
): Promise<ReadonlySet<string>> {
  const rows: Array<{ node: string; provider_id: string | null }> =
    await client('cost_share')
      .where('day', '>=', range.from)
      .where('day', '<', range.to)
      .distinct('node', 'provider_id');
  return new Set(
    rows.map(({ node, provider_id: providerId }) =>
      nodeIdOf(providerId ?? node),
    ),
  );
}
