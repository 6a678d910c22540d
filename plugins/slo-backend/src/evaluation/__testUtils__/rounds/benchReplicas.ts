import type { Knex } from 'knex';
import { ENGINE_TIMING } from '../../EngineTiming';
import type { LedgerVerdict } from './judgeLedger';
import { ReplicaRounds } from './ReplicaRounds';

/** @see benchReplicas */
export interface BenchReplicasOptions {
  /** Of two empty PostgreSQL databases. */
  knex: { short: Knex.Config; real: Knex.Config };
  /** With a short lease, 50 by default. */
  rounds?: number;
  /** With the lease that replicas have, 2 by default. */
  realRounds?: number;
}

/** Times in seconds. */
export interface BenchReplicasResult extends LedgerVerdict {
  rounds: number;
  /** Rounds in which the killed replica left objectives behind. */
  leftBehind: number;
  /** From the kill until all was done, with a lease of two seconds. */
  slowestTakeoverSeconds: number;
  /** The same with the lease of 30 s that replicas have. */
  slowestRealTakeoverSeconds: number;
  /** Events that owners were told of. */
  notified: number;
  /** Events of these that were told as two. */
  notifiedTwice: number;
  /** Sent again after a kill or a freeze, which replaces what was sent. */
  sentAgain: number;
}

const SHORT = { leaseSeconds: 2, tickMs: 300 };
const OBJECTIVES = 900;

/** Kills a replica of three in each round, and looks what became of its work. */
export async function benchReplicas(
  options: BenchReplicasOptions,
): Promise<BenchReplicasResult> {
  const { knex, rounds: count = 50, realRounds = 2 } = options;
  const rounds = await ReplicaRounds.start({
    knex: knex.short,
    timing: SHORT,
    objectives: OBJECTIVES,
  });
  const results = [];
  for (let round = 0; round < count; round += 1) {
    results.push(await rounds.play());
  }
  const verdict = await rounds.judge();
  await rounds.untilTold();
  const { notified } = rounds;
  const told = new Set(notified);
  const events = new Set(Array.from(told, eventOf));
  await rounds.stop();

  const real = await ReplicaRounds.start({
    knex: knex.real,
    timing: ENGINE_TIMING,
    objectives: OBJECTIVES,
  });
  const realTakeovers = [];
  while (realTakeovers.length < realRounds) {
    const { leftBehind, takeoverMs } = await real.play();
    // one that had just finished leaves nothing to be taken over
    if (leftBehind > 0) {
      realTakeovers.push(takeoverMs);
    }
  }
  await real.stop();
  return {
    ...verdict,
    rounds: count,
    leftBehind: results.filter(({ leftBehind }) => leftBehind > 0).length,
    slowestTakeoverSeconds: slowest(results.map(r => r.takeoverMs)),
    slowestRealTakeoverSeconds: slowest(realTakeovers),
    notified: events.size,
    notifiedTwice: told.size - events.size,
    sentAgain: notified.length - told.size,
  };
}

/** No budget recovers in the rounds: each passes a threshold in one episode. */
function eventOf(key: string): string {
  return key.replace(/:\d+(:[\d.]+)$/, '$1');
}

function slowest(times: number[]): number {
  return Math.max(...times) / 1000;
}

if (require.main === module) {
  benchReplicas(JSON.parse(process.argv[2])).then(
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
