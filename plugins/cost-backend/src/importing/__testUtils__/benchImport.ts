import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  CostCategories,
  type DescribedColumn,
  FocusTable,
} from '@plimsoll/plugin-cost-node';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import createKnex, { type Knex } from 'knex';
import { openCostDatabase } from '../../database/CostDatabase';
import { DuckDbProcess } from '../../duckdb/DuckDbProcess';
import { DirectoryPlace } from '../../files/DirectoryPlace';
import { inspectFile } from '../../files/inspectFile';
import { readFocusLimits } from '../../focus/FocusLimits';
import { FocusSource } from '../../focus/FocusSource';
import { duckDbDialect } from '../../focus/duckDbDialect';
import { fileColumns, scanSql } from '../../focus/scanSql';
import { ConfigReader } from '@backstage/config';
import { BillImporter } from '../BillImporter';
import { MemoryWatch } from './MemoryWatch';

/** What the bench tells this process, as JSON in its arguments. */
export interface BenchImportOptions {
  knex: Knex.Config;
  /** With one file, the bill of a month. */
  directory: string;
  rounds: number;
}

const limits = readFocusLimits(new ConfigReader({}));
const { signal } = new AbortController();

const quietLogger: LoggerService = {
  error(message) {
    process.stderr.write(`${message}\n`);
  },
  warn(message) {
    process.stderr.write(`${message}\n`);
  },
  info() {},
  debug() {},
  child: () => quietLogger,
};

const noScheduler: SchedulerService = {
  async triggerTask() {},
  async cancelTask() {},
  async scheduleTask() {},
  createScheduledTaskRunner: () => ({ async run() {} }),
  async getScheduledTasks() {
    return [];
  },
};

/**
 * Seconds of DuckDB for nothing but exact sums by day, tags, category and kind,
 * without the start of a process.
 *
 * @param decimal - how an exact number is made of a column
 */
async function bareSeconds(
  directory: string,
  decimal: (column: DescribedColumn) => string,
): Promise<number> {
  const [name] = readdirSync(directory);
  const path = join(directory, name);
  const file = await inspectFile({
    file: { name, path },
    limitBytes: limits.bytes,
  });
  const spillDirectory = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
  const duckdb = await DuckDbProcess.open({
    files: [path],
    spillDirectory,
    limits,
    signal,
  });
  try {
    const columns = await fileColumns({ file, duckdb });
    const table = FocusTable.create({ columns, place: name });
    const sql = (column: string) => table.column(column)!.sql;
    const sums = ['BilledCost', 'EffectiveCost', 'ContractedCost', 'ListCost'];
    return await duckdb.query({
      sql: `SELECT ${sql('ChargePeriodStart')}[:10] AS day, ${sql('Tags')},
        ${sql('ServiceCategory')}, ${sql('ChargeCategory')},
        ${sums.map(cost => `SUM(${decimal(table.column(cost)!)})`).join(', ')}
        FROM ${scanSql([file])} GROUP BY ALL`,
      onRows: () => {},
    });
  } finally {
    await duckdb.close();
    rmSync(spillDirectory, { recursive: true });
  }
}

/** A delay of the event loop within a time, in milliseconds. */
function watchLoop() {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  return {
    stop: () => {
      delay.disable();
      return delay.percentile(99) / 1e6;
    },
  };
}

async function importOnce(client: Knex, directory: string) {
  const database = await openCostDatabase({
    database: { getClient: async () => client },
  });
  for (const table of ['cost_line', 'cost_key', 'cost_delivery']) {
    await client(table).delete();
  }
  const source = FocusSource.create({
    name: 'bill',
    place: DirectoryPlace.create({ directory, key: 'directory' }),
    categories: CostCategories.create(),
    limits,
    settleMs: 0,
  });
  let loop = watchLoop();
  let readingStallMs = 0;
  const importer = BillImporter.create({
    database,
    sources: [
      {
        name: source.name,
        listDeliveries: options => source.listDeliveries(options),
        read: async options => {
          const reading = await source.read(options);
          readingStallMs = loop.stop();
          loop = watchLoop();
          return reading;
        },
      },
    ],
    tags: ['service', 'team'],
    logger: quietLogger,
    scheduler: noScheduler,
    onImported: () => {},
  });
  const memory = await MemoryWatch.start();
  loop.stop();
  loop = watchLoop();
  const began = performance.now();
  await importer.list();
  await importer.readDue();
  const importSeconds = (performance.now() - began) / 1_000;
  const writingStallMs = loop.stop();
  const extraMiB = await memory.stop();
  const delivery = await client('cost_delivery').first('engine_ms', 'state');
  if (delivery.state !== 'read') {
    throw new Error(`The bill was ${delivery.state}`);
  }
  const [{ lines }] = await client('cost_line').count({ lines: '*' });
  return {
    importSeconds,
    engineSeconds: Number(delivery.engine_ms) / 1_000,
    readingStallMs,
    writingStallMs,
    extraMiB,
    lines: Number(lines),
  };
}

/** Imports a bill as often as it is told, next to bare sums of the same file. */
export async function benchImport(options: BenchImportOptions) {
  const client = createKnex(options.knex);
  const rounds = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const [load] = loadavg();
    const { directory } = options;
    rounds.push({
      load,
      // as anybody would write it, and as we do
      bareSeconds: await bareSeconds(
        directory,
        ({ sql }) => `CAST(${sql} AS DECIMAL(38, 12))`,
      ),
      quickBareSeconds: await bareSeconds(directory, duckDbDialect.decimal),
      ...(await importOnce(client, options.directory)),
    });
  }
  await client.destroy();
  return rounds;
}

if (require.main === module) {
  benchImport(JSON.parse(process.argv[2])).then(
    rounds => process.stdout.write(`${JSON.stringify({ rounds })}\n`),
    error => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
}
