import type {
  ChargeKey,
  ChargeKind,
  UnmappedCharge,
} from '@plimsoll/plugin-cost-common';
import { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import type { CostRange } from '../range/CostRange';

/** A charge that no service owns, with what previews ask about it. */
export interface UnownedCharge extends UnmappedCharge {
  kind: ChargeKind;
  days: number;
}

interface UnownedRow {
  content: string;
  kind: ChargeKind;
  amount: string;
  rows: string | number;
  days: string | number;
}

/**
 * All charges of a range that no service owns, by what they are for, as months
 * were allotted last. Looks at no charge that somebody owns.
 */
export async function readUnmappedCharges(options: {
  client: Knex;
  range: CostRange;
}): Promise<UnownedCharge[]> {
  const { client, range } = options;
  const pace = Pace.create();
  const rows: UnownedRow[] = await client('cost_unowned as u')
    .join('cost_key as k', 'k.id', 'u.key_id')
    .where('u.currency', range.currency)
    .where('u.day', '>=', range.from)
    .where('u.day', '<', range.to)
    .groupBy('u.key_id', 'u.kind', 'k.content')
    .select(
      'k.content',
      'u.kind',
      client.raw('cast(sum(??) as text) as amount', [`u.${range.metric}`]),
      client.raw('count(*) as rows'),
      client.raw('count(distinct u.day) as days'),
    );
  const charges: UnownedCharge[] = [];
  for (const row of rows) {
    const key: ChargeKey = JSON.parse(row.content);
    charges.push({
      key,
      kind: row.kind,
      amount: BigInt(row.amount),
      rows: Number(row.rows),
      days: Number(row.days),
    });
    await pace.rest();
  }
  return charges;
}
