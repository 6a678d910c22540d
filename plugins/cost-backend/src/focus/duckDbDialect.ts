import type { FocusDialect } from '@plimsoll/plugin-cost-node';
import { sqlText } from '../duckdb/sqlText';

const list = (texts: readonly string[]) => `[${texts.map(sqlText).join(', ')}]`;

/** Digits after the point that costs are summed with. */
const EXACT = 'DECIMAL(38, 15)';
/** The same for costs below 1000, which nearly all are, and ten times quicker. */
const SMALL = 'DECIMAL(18, 15)';

/** DuckDB reads a zone right after seconds alone. */
const withSeconds = (text: string) =>
  `replace(replace(CASE WHEN substr(${text}, 17, 1) IN ('Z', '+', '-', ' ')
    THEN left(${text}, 16) || ':00' || substr(${text}, 17) ELSE ${text} END, ' +', '+'), ' -', '-')`;

/** FOCUS in the words of DuckDB: CSV has texts alone, Parquet has types. */
export const duckDbDialect: FocusDialect = {
  text: ({ sql, type = 'VARCHAR' }) => {
    if (type === 'VARCHAR') {
      return sql;
    }
    if (type === 'TIMESTAMP WITH TIME ZONE') {
      return `CAST(${sql} AT TIME ZONE 'UTC' AS VARCHAR)`;
    }
    if (/^STRUCT\(.*\)\[\]$/i.test(type)) {
      return `CAST(to_json(map_from_entries(${sql})) AS VARCHAR)`;
    }
    return /^(MAP|STRUCT|JSON)|\]$/i.test(type)
      ? `CAST(to_json(${sql}) AS VARCHAR)`
      : `CAST(${sql} AS VARCHAR)`;
  },
  decimal: ({ sql, type = 'VARCHAR' }) =>
    type === 'VARCHAR'
      ? `COALESCE(TRY_CAST(${sql} AS ${SMALL}), TRY_CAST(${sql} AS ${EXACT}))`
      : `TRY_CAST(${sql} AS ${EXACT})`,
  double: ({ sql }) => `TRY_CAST(${sql} AS DOUBLE)`,
  utcDay: text =>
    // with a Z or without any zone the day is what is written; an instant without
    // seconds and with a zone may be as long
    `CASE WHEN length(${text}) IN (10, 16) OR (length(${text}) IN (19, 20) AND substr(${text}, 17, 1) = ':')
      THEN left(${text}, 10)
      ELSE CAST(CAST(TRY_CAST(${withSeconds(
        text,
      )} AS TIMESTAMPTZ) AT TIME ZONE 'UTC' AS DATE) AS VARCHAR) END`,
  month: day =>
    `strftime(date_trunc('month', TRY_CAST(${day} AS DATE)), '%Y-%m-%d')`,
  validDay: day => `strftime(TRY_CAST(${day} AS DATE), '%Y-%m-%d')`,
  isJsonObject: text =>
    `(CASE WHEN json_valid(${text}) THEN json_type(${text}) = 'OBJECT' ELSE false END)`,
  keptTags: (tags, names) => {
    const values = names.map(({ name, keys, lowerKeys }) => {
      const key = `COALESCE(
        list_filter(${list(
          keys,
        )}, one -> list_contains(json_keys(${tags}), one))[1],
        list_sort(list_filter(json_keys(${tags}), one -> lower(one) IN (${lowerKeys
        .map(sqlText)
        .join(', ')})))[1])`;
      // a pointer: a key may hold dots, quotes and slashes
      const pointer = `'/' || replace(replace(${key}, '~', '~0'), '/', '~1')`;
      return `${sqlText(name)}, CASE
        WHEN ${key} IS NULL THEN NULL
        WHEN json_type(${tags}, ${pointer}) IN ('BOOLEAN', 'NULL') THEN ''
        ELSE json_extract_string(${tags}, ${pointer}) END`;
    });
    return `CAST(json_object(${values.join(', ')}) AS VARCHAR)`;
  },
  decimalText: sum => `CAST(${sum} AS VARCHAR)`,
};
