import { DatabaseManager } from '@backstage/backend-defaults/database';
import { ConfigReader } from '@backstage/config';
import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import type { JsonObject } from '@backstage/types';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  insertObjectives,
  objectiveDefinition,
} from '../../database/__testUtils__/insertObjectives';
import { openSloDatabase } from '../../database/SloDatabase';
import {
  createTestLedger,
  type TestLedger,
} from '../../ledger/__testUtils__/createTestLedger';
import { measuredHash } from '../../ledger/measuredHash';
import { FakeMetricsSource } from '../../sources/__fixtures__/FakeMetricsSource';
import { SourceRegistry } from '../../sources/SourceRegistry';
import { EvaluationEngine } from '../EvaluationEngine';
import { quietLogger } from './quietLogger';
import { quietMetrics } from './quietMetrics';

/** @see benchEvaluation */
export interface BenchEvaluationOptions {
  /** `backend.database` of app-config. */
  database: JsonObject;
  /** How many objectives, 3,000 by default. */
  objectives?: number;
  /** Minutes that are evaluated, 6 by default. */
  minutes?: number;
  /** Milliseconds that the source takes for each request, 100 by default. */
  latencyMs?: number;
}

/** Means over the evaluated minutes. */
export interface BenchEvaluationResult {
  objectives: number;
  minutes: number;
  /** Of one minute's evaluation of all objectives. */
  wallSeconds: number;
  cpuSeconds: number;
  slowestWallSeconds: number;
  /** Requests to the source in one minute. */
  requests: number;
  /** Statements to the database in one minute. */
  statements: number;
  /** Of the process, in MiB, at the end. */
  rssMiB: number;
  /** Longest time that the process answered nobody. */
  worstStallMs: number;
  /** Seconds that filling 30 days of history took, and its pages. */
  fillSeconds: number;
  pages: number;
}

const DAY = 86_400;
const DAYS = 31;

/**
 * Measures how long the evaluation of all objectives takes each minute, with
 * a full month in the ledger and a source that answers at once.
 */
export async function benchEvaluation(
  options: BenchEvaluationOptions,
): Promise<BenchEvaluationResult> {
  const { objectives = 3_000, minutes = 6, latencyMs = 100 } = options;
  const config = new ConfigReader({ backend: { database: options.database } });
  const service = DatabaseManager.fromConfig(config).forPlugin('slo', {
    logger: quietLogger,
    lifecycle: { addStartupHook() {}, addShutdownHook() {} },
  });
  const database = await openSloDatabase({ database: service });
  const source = FakeMetricsSource.create({ series: noisySeries });
  source.latencyMs = latencyMs;
  const ledger = createTestLedger({ database });
  const clock = { seconds: Math.floor(Date.now() / 60_000) * 60 };
  const definitions = Array.from({ length: objectives }, (_, index) =>
    benchDefinition(index),
  );
  const ids = await insertObjectives({ database, definitions, ready: true });
  const fillSeconds = await timed(() =>
    fill({ ledger, source, definitions, ids, at: clock.seconds }),
  );
  const engine = EvaluationEngine.create({
    config,
    database,
    ledger,
    logger: quietLogger,
    metrics: quietMetrics(),
    now: () => clock.seconds * 1000,
    sources: await SourceRegistry.create({
      config,
      factories: [],
      added: [{ name: 'prometheus', type: 'fake', source }],
      database,
    }),
  });
  // the first minute makes what is made once a day
  await engine.evaluateDue();

  let statements = 0;
  database.client.on('query', () => {
    statements += 1;
  });
  source.requests.length = 0;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const cpu = process.cpuUsage();
  const walls: number[] = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    clock.seconds += 60;
    walls.push(
      await timed(async () => {
        const evaluated = await engine.evaluateDue();
        if (evaluated !== objectives) {
          throw new Error(`${evaluated} of ${objectives} were evaluated`);
        }
      }),
    );
  }
  const used = process.cpuUsage(cpu);
  delay.disable();
  const [{ count }] = await database.client('slo_ledger').count({ count: '*' });
  const result = {
    objectives,
    minutes,
    wallSeconds: walls.reduce((sum, wall) => sum + wall, 0) / minutes,
    slowestWallSeconds: Math.max(...walls),
    cpuSeconds: (used.user + used.system) / 1e6 / minutes,
    requests: source.requests.length / minutes,
    statements: statements / minutes,
    rssMiB: process.memoryUsage().rss / 2 ** 20,
    worstStallMs: delay.max / 1e6,
    fillSeconds,
    pages: Number(count),
  };
  await database.client.destroy();
  return result;
}

/** Whole events a bucket, as uneven as traffic is; a few percent of them bad. */
function noisySeries(at: number, { ref }: ObjectiveDefinition) {
  const seed = Number(ref.split('-').pop());
  const noise = ((at / 300 + 1) * 2_654_435_761 * (seed + 1)) % 4_093;
  const total = (seed % 7) * 1_000 + noise;
  const bad = noise % 11 === 0 ? noise % 37 : 0;
  return { bad: bad / 300, total: total / 300 };
}

function benchDefinition(index: number): ObjectiveDefinition {
  return objectiveDefinition({
    ref: `slo:default/objective-${index}`,
    target: 0.99,
    // every tenth by calendar months
    window:
      index % 10 === 0
        ? {
            kind: 'calendar',
            duration: { value: 1, unit: 'M' },
            startTime: '2026-01-01 00:00:00',
            timeZone: 'Europe/Warsaw',
          }
        : { kind: 'rolling', duration: { value: 30, unit: 'd' } },
  });
}

/** A month of history, written as the backfill writes it. */
async function fill(options: {
  ledger: TestLedger;
  source: FakeMetricsSource;
  definitions: ObjectiveDefinition[];
  ids: number[];
  at: number;
}): Promise<void> {
  const { ledger, source, definitions, ids, at } = options;
  const today = Math.floor(at / DAY) * DAY;
  const stretches = [
    { from: today - DAYS * DAY, to: today - 4 * DAY, step: 900 },
    { from: today - 4 * DAY, to: Math.floor(at / 300) * 300, step: 300 },
  ];
  for (let index = 0; index < ids.length; index += 20) {
    const objectives = definitions.slice(index, index + 20);
    for (const stretch of stretches) {
      const { readings } = await source.readBuckets({ objectives, ...stretch });
      await ledger.record({
        readings: readings.map(({ buckets }, offset) => ({
          objectiveId: ids[index + offset],
          measuredHash: measuredHash(objectives[offset]),
          ...stretch,
          buckets,
          inconsistent: false,
        })),
      });
    }
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

if (require.main === module) {
  benchEvaluation(JSON.parse(process.argv[2])).then(
    result => {
      process.stdout.write(`${JSON.stringify(result)}\n`);
      process.exit(0);
    },
    error => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
}
