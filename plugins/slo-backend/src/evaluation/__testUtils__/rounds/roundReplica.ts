import type { LifecycleServiceStartupHook } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { NotificationSender } from '@plimsoll/plugin-database';
import type { ReadBucketsRequest } from '@plimsoll/plugin-slo-node';
import createKnex, { type Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  openSloDatabase,
  type SloDatabase,
} from '../../../database/SloDatabase';
import { LedgerStore } from '../../../ledger/LedgerStore';
import { NOTIFICATION_TABLE } from '../../../notifications/notificationTable';
import { OwnerWatch } from '../../../notifications/OwnerWatch';
import { SourceRegistry } from '../../../sources/SourceRegistry';
import type { EngineTiming } from '../../EngineTiming';
import { EvaluationEngine } from '../../EvaluationEngine';
import { quietLogger } from '../quietLogger';
import { quietMetrics } from '../quietMetrics';
import { type RoundClock, startClock } from './RoundClock';
import { TruthSource } from './TruthSource';

/** What a replica in a process of its own is told, as JSON in its arguments. */
export interface RoundReplicaOptions {
  knex: Knex.Config;
  timing: EngineTiming;
  /** Milliseconds that the source takes for each answer. */
  latencyMs: number;
  /** Unix seconds of the source's oldest sample. */
  oldest: number;
  clock: RoundClock;
}

/** What a replica tells the process that started it. */
export type ReplicaMessage =
  | { kind: 'working' }
  /** It asks the source for these objectives now. */
  | {
      kind: 'reading';
      purpose: NonNullable<ReadBucketsRequest['purpose']>;
      refs: string[];
    }
  /** It told somebody something; `key` names what must be told once. */
  | { kind: 'notified'; key: string };

function report(message: ReplicaMessage): void {
  process.send?.(message);
}

/** The portal's clock jumps, and whoever sends must not lose its lease by that. */
const SENDER_AHEAD_MS = 10 * 365 * 86_400_000;
/** A send takes up to this, so that kills fall into the middle of some. */
const SEND_MS = 20;

/** Tells owners what there is to be told, until it is killed. */
async function notifyOwners(options: {
  database: SloDatabase;
  timing: EngineTiming;
  /** Unix milliseconds. */
  now: () => number;
}): Promise<void> {
  const { timing } = options;
  const { signal } = new AbortController();
  const watch = OwnerWatch.create({
    ...options,
    timeZone: 'UTC',
    settings: {
      isEnabled: true,
      thresholds: [0.5, 0.8, 1],
      silentSeconds: 1_800,
      tellsExisting: true,
    },
    services: {
      getServices: async refs =>
        new Map(
          refs.map(entityRef => [
            entityRef,
            { entityRef, kind: 'component', owners: ['group:default/shop'] },
          ]),
        ),
    },
  });
  const sender = NotificationSender.create({
    table: NOTIFICATION_TABLE,
    ...options,
    logger: quietLogger,
    now: () => Date.now() + SENDER_AHEAD_MS,
    leaseMs: timing.leaseSeconds * 1_000,
    notifications: {
      async send({ payload }) {
        await sleep(Math.random() * SEND_MS);
        report({ kind: 'notified', key: payload.scope ?? '' });
      },
    },
  });
  for (;;) {
    await watch.look(signal);
    await sender.drain(signal);
    await sleep(timing.tickMs);
  }
}

/** Runs the loops of an engine until it is killed. */
async function runReplica(options: RoundReplicaOptions): Promise<void> {
  const clock = startClock(options.clock);
  process.on('message', (message: RoundClock) => clock.set(message));
  const client = createKnex({ ...options.knex, useNullAsDefault: true });
  const database = await openSloDatabase({
    database: { getClient: async () => client },
  });
  const source = TruthSource.create({
    ...options,
    now: clock.now,
    onRead: ({ purpose = 'newest', objectives }) =>
      report({
        kind: 'reading',
        purpose,
        refs: objectives.map(({ ref }) => ref),
      }),
  });
  const config = new ConfigReader({
    slo: { backfill: { queriesPerSecond: 100 } },
  });
  const engine = EvaluationEngine.create({
    config,
    database,
    ledger: LedgerStore.create({ database }),
    logger: quietLogger,
    metrics: quietMetrics(),
    now: clock.now,
    timing: options.timing,
    sources: await SourceRegistry.create({
      config,
      factories: [],
      added: [{ name: 'prometheus', type: 'truth', source }],
      database,
    }),
  });
  let startUp: LifecycleServiceStartupHook = () => {};
  await engine.start({
    scheduler: {
      scheduleTask: async () => {},
      triggerTask: async () => {},
      createScheduledTaskRunner: () => ({ run: async () => {} }),
      getScheduledTasks: async () => [],
      cancelTask: async () => {},
    },
    lifecycle: {
      addStartupHook: hook => {
        startUp = hook;
      },
      addShutdownHook() {},
    },
  });
  await startUp();
  report({ kind: 'working' });
  await notifyOwners({ ...options, database, now: clock.now });
}

if (require.main === module) {
  runReplica(JSON.parse(process.argv[2])).catch(error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
}
