import type { LoggerService } from '@backstage/backend-plugin-api';
import createKnex, { type Knex } from 'knex';
import { openCostDatabase } from '../database/CostDatabase';
import { MemoryWatch } from '../importing/__testUtils__/MemoryWatch';
import { type AllotFigures, allotMonth } from './allotMonth';
import type { LargeMonth } from './fillMonth';

/** What the bench tells this process, as JSON in its arguments. */
export interface BenchAllocateOptions {
  /** As knex takes it: an empty database. */
  knex: Knex.Config;
  size: LargeMonth;
}

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

/** Allots a large month once, and watches event loop and memory. */
export async function benchAllocate(
  options: BenchAllocateOptions,
): Promise<AllotFigures & { extraMiB: number }> {
  const client = createKnex(options.knex);
  const database = await openCostDatabase({
    database: { getClient: async () => client },
  });
  let memory: MemoryWatch | undefined;
  const figures = await allotMonth({
    database,
    size: options.size,
    logger: quietLogger,
    onFilled: async () => {
      const isPostgres = options.knex.client === 'pg';
      await client.raw(isPostgres ? 'vacuum analyze' : 'analyze');
      memory = await MemoryWatch.start();
    },
  });
  const extraMiB = (await memory?.stop()) ?? 0;
  await client.destroy();
  return { ...figures, extraMiB };
}

if (require.main === module) {
  benchAllocate(JSON.parse(process.argv[2])).then(
    answer => process.stdout.write(`${JSON.stringify(answer)}\n`),
    error => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
}
