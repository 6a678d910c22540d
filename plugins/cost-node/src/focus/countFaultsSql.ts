import type { FocusDialect } from './FocusDialect';
import { FOCUS_RULES } from './focusRules';
import { NULL_WORDS } from './groupChargesSql';

/**
 * A statement with one row: how many rows there are, how many offend each of
 * {@link FOCUS_RULES}, in their order.
 *
 * @param options.charges - table with the rows of {@link groupChargesSql}
 * @param options.grouped - that statement, where there is no such table
 * @public
 */
export function countFaultsSql(options: {
  charges: string;
  grouped?: string;
  dialect: FocusDialect;
}): string {
  const { charges, grouped, dialect } = options;
  // COALESCE: engines promise no order in which conditions are looked at
  const isObject = dialect.isJsonObject(`COALESCE(tags, '')`);
  const first = grouped ? `WITH ${charges} AS (${grouped})\n` : '';
  return `${first}SELECT COALESCE(SUM(n), 0) AS n,
  ${FOCUS_RULES.map(
    ({ rows }, index) => `COALESCE(SUM(${rows}), 0) AS rule_${index}`,
  ).join(',\n  ')}
FROM (SELECT *,
  ${dialect.month('charge_day')} AS charge_month,
  ${dialect.month(dialect.utcDay('period_start'))} AS period_month,
  CASE WHEN tags IS NULL OR tags IN ${NULL_WORDS} OR tags = '{}' THEN 'none'
    WHEN ${isObject} THEN 'object' ELSE 'unreadable' END AS tags_state
  FROM ${charges}) AS judged`;
}
