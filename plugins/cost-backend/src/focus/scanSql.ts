import type { DescribedColumn } from '@plimsoll/plugin-cost-node';
import type { DuckDbProcess } from '../duckdb/DuckDbProcess';
import { sqlText } from '../duckdb/sqlText';
import { BUFFER_BYTES, LINE_BYTES } from '../files/csvLimits';
import type { InspectedFile } from '../files/inspectFile';

const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

const list = (files: readonly InspectedFile[]) =>
  `[${files.map(({ path }) => sqlText(path)).join(', ')}]`;

/**
 * Columns of a file. Those of CSV are texts and are named by their place: no
 * name of a header gets into SQL.
 */
export async function fileColumns(options: {
  file: InspectedFile;
  duckdb: DuckDbProcess;
}): Promise<DescribedColumn[]> {
  const { file, duckdb } = options;
  if (file.format === 'csv') {
    return file.header.names.map((name, index) => ({ name, sql: `c${index}` }));
  }
  const columns: DescribedColumn[] = [];
  await duckdb.query({
    sql: `DESCRIBE SELECT * FROM read_parquet(${list([file])})`,
    onRows: rows => {
      for (const [name, type] of rows) {
        columns.push({
          name: String(name),
          type: String(type),
          sql: identifier(String(name)),
        });
      }
    },
  });
  return columns;
}

/** What reads files of one kind with the same columns. */
export function scanSql(files: readonly InspectedFile[]): string {
  const [first] = files;
  if (first.format === 'parquet') {
    return `read_parquet(${list(files)})`;
  }
  const { names, delimiter } = first.header;
  const columns = names.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  return `read_csv(${list(files)}, auto_detect = false, header = true,
    delim = ${sqlText(
      delimiter,
    )}, quote = '"', escape = '"', strict_mode = true, allow_quoted_nulls = false,
    buffer_size = ${BUFFER_BYTES}, max_line_size = ${LINE_BYTES},
    compression = '${first.isGzip ? 'gzip' : 'none'}', columns = {${columns}})`;
}
