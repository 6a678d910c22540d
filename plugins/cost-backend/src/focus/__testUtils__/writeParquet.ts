import { DuckDBInstance } from '@duckdb/node-api';

/**
 * Writes a Parquet file with types, as lakes have them.
 *
 * @param select - SQL of its rows
 */
export async function writeParquet(file: string, select: string) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(
      `COPY (${select}) TO '${file}' (FORMAT parquet, COMPRESSION zstd)`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
