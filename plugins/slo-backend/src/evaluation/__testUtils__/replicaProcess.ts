import { ConfigReader } from '@backstage/config';
import createKnex, { type Knex } from 'knex';
import { openSloDatabase } from '../../database/SloDatabase';
import { LedgerStore } from '../../ledger/LedgerStore';
import { FakeMetricsSource } from '../../sources/__fixtures__/FakeMetricsSource';
import { SourceRegistry } from '../../sources/SourceRegistry';
import { EvaluationEngine } from '../EvaluationEngine';
import { quietLogger } from './quietLogger';
import { quietMetrics } from './quietMetrics';

/** What a replica in a process of its own is told, as JSON in its arguments. */
export interface ReplicaProcessOptions {
  knex: Knex.Config;
  /** Unix seconds that its clock stands at. */
  now: number;
  /** Unix seconds of the source's oldest sample. */
  oldest: number;
  /** Milliseconds of work after which it is killed by its own hand. */
  killedAfterMs?: number;
}

/** Whole events; the same in every process. */
export function truth(at: number): { bad: number; total: number } {
  const bucket = at / 300;
  return { bad: (bucket % 7) / 300, total: (50 + (bucket % 40)) / 300 };
}

/** An engine on a database that other processes use, too. */
export async function createReplica(options: ReplicaProcessOptions) {
  const client = createKnex({ ...options.knex, useNullAsDefault: true });
  const database = await openSloDatabase({
    database: { getClient: async () => client },
  });
  const source = FakeMetricsSource.create({ series: truth });
  source.oldest = options.oldest;
  source.latencyMs = 2;
  const config = new ConfigReader({
    slo: { backfill: { queriesPerSecond: 1e6 } },
  });
  const ledger = LedgerStore.create({ database });
  const engine = EvaluationEngine.create({
    config,
    database,
    ledger,
    logger: quietLogger,
    metrics: quietMetrics(),
    now: () => options.now * 1000,
    sources: await SourceRegistry.create({
      config,
      factories: [],
      added: [{ name: 'prometheus', type: 'fake', source }],
      database,
    }),
  });
  return { database, engine, ledger };
}

/** Works until it is done or killed. */
export async function runReplica(options: ReplicaProcessOptions) {
  const { database, engine } = await createReplica(options);
  const { killedAfterMs } = options;
  if (killedAfterMs !== undefined) {
    // timed by who works: another process may come too late on a busy machine
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), killedAfterMs);
  }
  await engine.evaluateDue();
  await engine.backfillDue();
  await database.client.destroy();
}

if (require.main === module) {
  runReplica(JSON.parse(process.argv[2])).catch(error => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  });
}
