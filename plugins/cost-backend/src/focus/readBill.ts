import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BillLine } from '@plimsoll/plugin-cost-common';
import {
  BillRefusedError,
  type BillReading,
  type CostCategories,
  countFaultsSql,
  faultsOf,
  FocusLines,
  FocusTable,
  foldChargesSql,
  groupChargesSql,
} from '@plimsoll/plugin-cost-node';
import { DuckDbFault } from '../duckdb/DuckDbFault';
import { DuckDbProcess, type DuckDbValue } from '../duckdb/DuckDbProcess';
import type { BillClaim } from '../files/BillClaim';
import type { LocalFile } from '../files/BillFile';
import { checkGzip } from '../files/checkGzip';
import { isUtf8 } from '../files/isUtf8';
import { wrongEncoding } from '../files/wrongEncoding';
import { type InspectedFile, inspectFile } from '../files/inspectFile';
import { refuseMissingRows, refuseShortFiles } from '../files/refuseShort';
import { unendedFiles } from '../files/unendedFiles';
import { bundleLinesSql } from './bundleLinesSql';
import { duckDbDialect } from './duckDbDialect';
import { locateErrors } from './locateErrors';
import { fileColumns, scanSql } from './scanSql';
import type { FocusLimits } from './FocusLimits';
import { OUT_OF_MEMORY, refusalOf } from './refusalOf';

/** Rows in a batch: few, so that the event loop stays free. */
const BATCH = 100;

/** A row of {@link bundleLinesSql}. */
type Bundle = [head: DuckDbValue[], days: DuckDbValue[][]];

/** Files that say the same with the same columns are read by one statement. */
interface Scan {
  files: InspectedFile[];
  table: FocusTable;
}

/** Enough for most bills, MiB; who needs more is read again with all. */
const FIRST_MIB = 84;

/** @see readBill */
export interface ReadBillOptions {
  files: readonly LocalFile[];
  /** What a manifest says that they are. */
  claim?: BillClaim;
  /** Empty, for what memory does not hold. */
  folder: string;
  tags: readonly string[];
  categories: CostCategories;
  limits: FocusLimits;
  onLines(lines: BillLine[]): Promise<void>;
  signal: AbortSignal;
}

/**
 * Reads the files of one delivery with DuckDB, in a process of its own: with
 * little memory first, and with as much as is allowed when that is not enough.
 *
 * @throws BillRefusedError when they are not readable as a bill
 */
export async function readBill(options: ReadBillOptions): Promise<BillReading> {
  const { files, claim, limits, onLines } = options;
  const inspected: InspectedFile[] = [];
  for (const file of files) {
    inspected.push(await inspectFile({ file, limitBytes: limits.bytes }));
  }
  refuseShortFiles({ claim, files: inspected });
  let isHandedOver = false;
  const attempt = (memoryMiB: number) =>
    readOnce({
      ...options,
      inspected,
      limits: { ...limits, memoryMiB },
      onLines: lines => {
        isHandedOver = true;
        return onLines(lines);
      },
    });
  if (limits.memoryMiB <= FIRST_MIB) {
    return attempt(limits.memoryMiB);
  }
  return attempt(FIRST_MIB).catch((error: unknown) => {
    if (error instanceof BillRefusedError && !isHandedOver) {
      if (error.faults.some(({ rule }) => rule === OUT_OF_MEMORY)) {
        return attempt(limits.memoryMiB);
      }
    }
    throw error;
  });
}

async function readOnce(
  options: ReadBillOptions & { inspected: readonly InspectedFile[] },
): Promise<BillReading> {
  const { files, claim, folder, limits, signal, inspected } = options;
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const spillDirectory = await mkdtemp(join(folder, 'spill-'));
  const duckdb = await DuckDbProcess.open({
    files: files.map(({ path }) => path),
    spillDirectory,
    limits,
    signal: stop,
  }).catch((error: unknown) => {
    throw error instanceof DuckDbFault
      ? refusalOf({ fault: error, files, limits })
      : error;
  });
  // beside the reading, on the processor that gzip leaves free
  const checked = checkAll({ inspected, limits, signal: stop });
  checked.catch(error => failed.abort(error));
  try {
    const reading = await readWith({ ...options, duckdb });
    await checked;
    const more = [
      ...refuseMissingRows({ claim, rows: reading.rows }),
      ...(await unendedFiles(inspected)),
    ];
    return { ...reading, faults: [...reading.faults, ...more] };
  } catch (error) {
    signal.throwIfAborted();
    failed.signal.throwIfAborted();
    if (error instanceof DuckDbFault) {
      // a file that is not whole is the better reason
      await checked;
      throw (
        (error.ending ? undefined : await findWrongEncoding(inspected)) ??
        refusalOf({ fault: error, files, limits })
      );
    }
    throw error;
  } finally {
    failed.abort();
    await duckdb.close();
    await checked.catch(() => undefined);
  }
}

/** Text in another encoding makes engines say the strangest things. */
async function findWrongEncoding(inspected: readonly InspectedFile[]) {
  for (const file of inspected) {
    if (file.format === 'csv' && !(await isUtf8(file))) {
      return wrongEncoding(file.name);
    }
  }
  return undefined;
}

async function checkAll(options: {
  inspected: readonly InspectedFile[];
  limits: FocusLimits;
  signal: AbortSignal;
}): Promise<void> {
  const { inspected, limits, signal } = options;
  for (const file of inspected) {
    if (file.format === 'csv' && file.isGzip) {
      await checkGzip({ file, limitBytes: limits.bytes, signal });
    }
  }
}

async function readWith(options: {
  duckdb: DuckDbProcess;
  inspected: readonly InspectedFile[];
  tags: readonly string[];
  categories: CostCategories;
  onLines(lines: BillLine[]): Promise<void>;
}): Promise<BillReading> {
  const { duckdb, inspected, tags, categories, onLines } = options;
  const dialect = duckDbDialect;
  const scans = await findScans({ duckdb, inspected });
  let engineSeconds = 0;
  const run = async (
    sql: string,
    onRows?: (rows: DuckDbValue[][]) => void | Promise<void>,
  ) => {
    engineSeconds += await duckdb.query({ sql, batch: BATCH, onRows });
  };
  for (const [index, { files, table }] of scans.entries()) {
    const grouped = groupChargesSql({ table, dialect, from: scanSql(files) });
    await run(
      index === 0
        ? `CREATE TEMP TABLE charge AS ${grouped}`
        : `INSERT INTO charge BY NAME ${grouped}`,
    );
  }
  let counts: number[] = [];
  await run(countFaultsSql({ charges: 'charge', dialect }), rows => {
    counts = rows[0].map(Number);
  });
  const [rowCount, ...offences] = counts;
  const faults = faultsOf(offences);
  if (faults.some(({ severity }) => severity === 'error')) {
    throw new BillRefusedError(await locateErrors({ duckdb, scans, faults }));
  }
  const lines = FocusLines.create({ categories });
  const folded = foldChargesSql({
    charges: 'charge',
    dialect,
    tags,
    isOrdered: false,
  });
  engineSeconds += await duckdb.query<Bundle>({
    sql: bundleLinesSql({ lines: folded }),
    batch: BATCH,
    isJson: true,
    onRows: async bundles => {
      await onLines(
        bundles.flatMap(([head, days]) => lines.bundle(head, days)),
      );
      // several batches come at once: let others have a turn between them
      await nextTurn();
    },
  });
  const versions = scans.map(({ table }) => table.version);
  return {
    rows: rowCount,
    formatVersion: versions.sort().at(-1),
    faults,
    exact: lines.exact,
    engineSeconds,
  };
}

async function findScans(options: {
  duckdb: DuckDbProcess;
  inspected: readonly InspectedFile[];
}): Promise<Scan[]> {
  const scans = new Map<string, Scan>();
  for (const file of options.inspected) {
    const columns = await fileColumns({ file, duckdb: options.duckdb });
    const table = FocusTable.create({ columns, place: file.name });
    const kind =
      file.format === 'csv' ? [file.isGzip, file.header.delimiter] : 'parquet';
    const key = JSON.stringify([kind, columns]);
    const scan = scans.get(key) ?? { files: [], table };
    scan.files.push(file);
    scans.set(key, scan);
  }
  return [...scans.values()];
}
