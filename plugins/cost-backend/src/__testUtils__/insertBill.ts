import { createHash } from 'node:crypto';
import type { BillLine, ChargeKey } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { markDirty } from '../allocation/markDirty';
import { toAmountColumns } from '../database/amountColumns';

/** A charge for tests: everything that is not said is ordinary. */
export interface Charge {
  day: string;
  /** Nano-units, by all metrics. */
  amount: bigint;
  tags?: Record<string, string>;
  key?: Partial<ChargeKey>;
  line?: Partial<BillLine>;
}

/** A line of a bill. */
export function billLine(charge: Charge): BillLine {
  const { day, amount, tags = {}, key, line } = charge;
  return {
    key: {
      billingAccount: '1',
      product: 'Amazon EC2',
      category: 'compute',
      tags,
      ...key,
    },
    day,
    billingMonth: `${day.slice(0, 7)}-01`,
    kind: 'usage',
    currency: 'USD',
    amounts: {
      billed: amount,
      effective: amount,
      contracted: amount,
      list: amount,
    },
    ...line,
  };
}

/** Writes a source's bill as the import does: replaces the months it is of. */
export async function insertBill(options: {
  client: Knex;
  source?: string;
  charges: readonly Charge[];
  /** Last complete day; the last with a charge by default. */
  completeTo?: string;
}): Promise<void> {
  const { client, source = 'bill', charges } = options;
  const lines = charges.map(billLine);
  const days = charges.map(({ day }) => day).sort();
  await client.transaction(async trx => {
    const months = [...new Set(lines.map(line => line.billingMonth))];
    await trx('cost_line')
      .where('source', source)
      .whereIn('billing_month', months)
      .delete();
    for (const line of lines) {
      const content = JSON.stringify(line.key);
      const id = createHash('sha256').update(`${source}|${content}`).digest();
      await trx('cost_key')
        .insert({
          id: id.toString('hex'),
          source,
          content,
          product: line.key.product,
          category: line.key.category,
          resource_id: line.key.resourceId ?? null,
          sub_account: line.key.subAccount ?? null,
        })
        .onConflict('id')
        .ignore();
      await trx('cost_line').insert({
        source,
        billing_account: line.key.billingAccount,
        billing_month: line.billingMonth,
        delivery_id: 'bill.csv',
        key_id: id.toString('hex'),
        day: line.day,
        kind: line.kind,
        currency: line.currency,
        correction: line.correction ?? false,
        quantity: line.quantity?.value ?? null,
        unit: line.quantity?.unit ?? null,
        ...toAmountColumns(line.amounts),
      });
    }
    await trx('cost_source')
      .insert({
        name: source,
        type: 'focus',
        kind: 'bill',
        format: 'FOCUS 1.2',
        complete_to: options.completeTo ?? days[days.length - 1],
        read_at: 1,
      })
      .onConflict('name')
      .merge();
    await markDirty({ trx, billingMonths: months, now: 0 });
  });
}
