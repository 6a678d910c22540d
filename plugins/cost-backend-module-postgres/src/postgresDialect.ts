import type { DescribedColumn, FocusDialect } from '@plimsoll/plugin-cost-node';

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

const listOf = (texts: readonly string[]) => texts.map(literal).join(', ');

const isType = (column: DescribedColumn, pattern: RegExp) =>
  pattern.test(column.type ?? '');

/** A date of the calendar, but for the 29th to the 31st of short months. */
const DAY = `'^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'`;

/**
 * FOCUS in the words of PostgreSQL 12 and newer. Columns have types: costs are
 * numbers, periods are dates or timestamps, tags are JSON.
 */
export const postgresDialect: FocusDialect = {
  text: column => {
    const { sql } = column;
    if (isType(column, /^timestamp.* with time zone/)) {
      return `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
    }
    if (isType(column, /^timestamp/)) {
      return `to_char(${sql}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
    }
    return `CAST(${sql} AS TEXT)`;
  },
  decimal: ({ sql }) =>
    `CASE WHEN CAST(${sql} AS TEXT) IN ('NaN', 'Infinity', '-Infinity') THEN NULL ELSE CAST(${sql} AS NUMERIC) END`,
  double: ({ sql }) => `CAST(${sql} AS DOUBLE PRECISION)`,
  utcDay: text => `left(${text}, 10)`,
  month: day => `CASE WHEN ${day} ~ ${DAY} THEN left(${day}, 7) || '-01' END`,
  validDay: day => `CASE WHEN ${day} ~ ${DAY} THEN ${day} END`,
  isJsonObject: text => `(left(${text}, 1) = '{')`,
  keptTags: (tags, names) => {
    const values = names.map(({ name, keys, lowerKeys }) => {
      const order = keys
        .map((key, index) => `WHEN ${literal(key)} THEN ${index}`)
        .join(' ');
      return `${literal(name)}, (
        SELECT CASE WHEN jsonb_typeof(value) IN ('boolean', 'null') THEN '' ELSE value #>> '{}' END
        FROM jsonb_each(CAST(${tags} AS JSONB)) AS tag(key, value)
        WHERE lower(key) IN (${listOf(lowerKeys)})
        ORDER BY CASE key ${order} ELSE ${keys.length} END, key LIMIT 1)`;
    });
    return `CAST(jsonb_build_object(${values.join(', ')}) AS TEXT)`;
  },
  decimalText: sum => `CAST(round(${sum}, 15) AS TEXT)`,
};
