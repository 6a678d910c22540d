import type { FocusDialect } from './FocusDialect';
import type { FocusTable } from './FocusTable';
import { NULL_WORDS } from './groupChargesSql';

/** Rules that refuse a bill, of which people look for the row. @public */
export const LOCATED_RULES = [
  'cost-unreadable',
  'currency-missing',
  'period-unreadable',
  'account-missing',
] as const;

/**
 * A statement with one row: the first row that offends each of
 * {@link LOCATED_RULES}, in their order, counted from 1 without the header; NULL
 * where none does.
 *
 * @param options.from - function that reads one file in its order
 * @public
 */
export function firstOffencesSql(options: {
  table: FocusTable;
  dialect: FocusDialect;
  from: string;
}): string {
  const { table, dialect, from } = options;
  const text = (name: string) => {
    const column = table.column(name);
    return column ? dialect.text(column) : 'NULL';
  };
  const isNothing = (sql: string) =>
    `(${sql} IS NULL OR ${sql} IN ${NULL_WORDS})`;
  const costs = ['BilledCost', 'EffectiveCost', 'ContractedCost', 'ListCost']
    .flatMap(name => table.column(name) ?? [])
    .map(column => {
      const value = dialect.text(column);
      return `(${dialect.decimal(column)} IS NULL AND NOT ${isNothing(value)})`;
    });
  const noDate = (name: string) =>
    `${dialect.month(dialect.utcDay(name))} IS NULL`;
  const offends = [
    costs.join(' OR '),
    `${isNothing('currency')} OR length(currency) <> 3`,
    `${noDate('charge_start')} AND ${noDate('period_start')}`,
    isNothing('account'),
  ];
  return `SELECT ${offends
    .map((_, index) => `MIN(CASE WHEN offends_${index} THEN row_no END)`)
    .join(', ')}
FROM (SELECT row_no, ${offends
    .map((condition, index) =>
      index === 0 ? `offends_0` : `(${condition}) AS offends_${index}`,
    )
    .join(', ')}
FROM (SELECT row_number() OVER () AS row_no, (${offends[0]}) AS offends_0,
  ${text('BillingCurrency')} AS currency, ${text(
    'BillingAccountId',
  )} AS account,
  ${text('ChargePeriodStart')} AS charge_start, ${text(
    'BillingPeriodStart',
  )} AS period_start
FROM ${from}) AS charge_row) AS judged`;
}
