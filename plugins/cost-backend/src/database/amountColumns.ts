import { COST_METRICS, type CostAmounts } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

/** Amounts as they are bound and read back: texts lose no digit. */
export type AmountColumns = Record<keyof CostAmounts, string>;

/** What is bound for amounts. */
export function toAmountColumns(amounts: CostAmounts): AmountColumns {
  return {
    billed: amounts.billed.toString(),
    effective: amounts.effective.toString(),
    contracted: amounts.contracted.toString(),
    list: amounts.list.toString(),
  };
}

/** What was read of amounts; nothing is 0. */
export function fromAmountColumns(
  row: Record<keyof CostAmounts, string | null>,
): CostAmounts {
  return {
    billed: BigInt(row.billed ?? 0),
    effective: BigInt(row.effective ?? 0),
    contracted: BigInt(row.contracted ?? 0),
    list: BigInt(row.list ?? 0),
  };
}

/**
 * Selects the four amounts as texts: as numbers SQLite would lose digits above
 * 9 million, and PostgreSQL's sums are no integers.
 *
 * @param options.table - qualifies the columns; an alias of ours
 */
export function selectAmounts(
  client: Knex,
  options: { sum?: boolean; table?: string } = {},
): Knex.Raw[] {
  const { sum = false, table } = options;
  return COST_METRICS.map(metric =>
    client.raw(`cast(${sum ? 'sum(??)' : '??'} as text) as ??`, [
      table ? `${table}.${metric}` : metric,
      metric,
    ]),
  );
}
