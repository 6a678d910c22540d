import type { BillLine, ChargeKey } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import {
  type AmountColumns,
  fromAmountColumns,
  selectAmounts,
} from '../database/amountColumns';
import { distinctValues } from '../database/distinctValues';
import { readPages } from '../database/readPages';

interface LineRow extends AmountColumns {
  key_id: string;
  day: string;
  kind: BillLine['kind'];
  currency: string;
  correction: boolean | number;
}

/** A line, with the id under which its key is kept. */
export interface KeyedLine extends BillLine {
  keyId: string;
}

/** Each key once: it is decided once whose all its charges are. */
type Keys = Map<string, ChargeKey>;

/** Reads the lines of a billing month, some hundred at a time, day by day. */
export async function* readLines(options: {
  trx: Knex;
  billingMonth: string;
}): AsyncGenerator<KeyedLine[]> {
  const { trx, billingMonth } = options;
  const keys: Keys = new Map();
  for (const day of await listBilledDays(options)) {
    const pages = readPages<LineRow>({
      client: trx,
      query: trx('cost_line')
        .where({ billing_month: billingMonth, day })
        .select(
          'key_id',
          'day',
          'kind',
          'currency',
          'correction',
          ...selectAmounts(trx),
        ),
    });
    for await (const rows of pages) {
      await addKeys({ trx, keys, rows });
      yield rows.flatMap(row => toLine({ row, billingMonth, keys }));
    }
  }
}

/** The days that a billing month has lines of, in order. */
export async function listBilledDays(options: {
  trx: Knex;
  billingMonth: string;
}): Promise<string[]> {
  const { trx, billingMonth } = options;
  return distinctValues({
    query: trx('cost_line').where('billing_month', billingMonth),
    column: 'day',
  });
}

async function addKeys(options: {
  trx: Knex;
  keys: Keys;
  rows: readonly LineRow[];
}): Promise<void> {
  const { trx, keys, rows } = options;
  const unknown = new Set(
    rows.map(row => row.key_id).filter(id => !keys.has(id)),
  );
  if (unknown.size > 0) {
    const found: Array<{ id: string; content: string }> = await trx('cost_key')
      .whereIn('id', [...unknown])
      .select('id', 'content');
    for (const { id, content } of found) {
      keys.set(id, JSON.parse(content));
    }
  }
}

function toLine(options: {
  row: LineRow;
  billingMonth: string;
  keys: Keys;
}): KeyedLine[] {
  const { row, billingMonth, keys } = options;
  const key = keys.get(row.key_id);
  return key
    ? [
        {
          key,
          keyId: row.key_id,
          day: row.day,
          billingMonth,
          kind: row.kind,
          currency: row.currency,
          ...(row.correction && { correction: true }),
          amounts: fromAmountColumns(row),
        },
      ]
    : [];
}
