import { formatAmount } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

/** Savings that nobody has opened a change for. */
export interface OpenSavings {
  /** How many are not held back. */
  open: number;
  heldBack: number;
  /** What the open ones would bring, a decimal text a month. */
  realisable: string;
}

/** What can be saved over all services, and on what belongs to none. */
export async function readOpenSavings(options: {
  client: Knex;
  currency: string;
}): Promise<OpenSavings> {
  const { client, currency } = options;
  const rows: Array<{
    guard: string;
    number: string | number;
    amount: string;
  }> = await client('cost_saving')
    .where({ currency })
    .whereNull('applied_at')
    .groupBy('guard')
    .select(
      'guard',
      client.raw('count(*) as number'),
      client.raw('cast(sum(realisable) as text) as amount'),
    );
  const open = rows.filter(({ guard }) => guard !== 'held-back');
  const heldBack = rows.filter(({ guard }) => guard === 'held-back');
  return {
    open: countOf(open),
    heldBack: countOf(heldBack),
    realisable: formatAmount(
      open.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
    ),
  };
}

function countOf(rows: ReadonlyArray<{ number: string | number }>): number {
  return rows.reduce((sum, { number }) => sum + Number(number), 0);
}
