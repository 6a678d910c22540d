import { BUCKET_SECONDS, type TimeWindow } from '@plimsoll/plugin-slo-common';
import createKnex, { type Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  insertObjectives,
  objectiveDefinition,
} from '../../../database/__testUtils__/insertObjectives';
import {
  openSloDatabase,
  type SloDatabase,
} from '../../../database/SloDatabase';
import type { EngineTiming } from '../../EngineTiming';
import { judgeLedger, type LedgerVerdict } from './judgeLedger';
import { SpawnedReplica } from './SpawnedReplica';
import type { ReplicaMessage, RoundReplicaOptions } from './roundReplica';

/** @see ReplicaRounds */
export interface ReplicaRoundsOptions {
  /** Of an empty PostgreSQL database. */
  knex: Knex.Config;
  timing: EngineTiming;
  /** How many objectives; a replica takes up to 400 of them at a time. */
  objectives: number;
}

/** What became of one round in which a replica was killed. */
export interface RoundResult {
  /** Objectives that the killed replica was evaluating, and left. */
  leftBehind: number;
  /** From its death until everything was done, milliseconds. */
  takeoverMs: number;
}

const REPLICAS = 3;
const HOUR: TimeWindow = {
  kind: 'rolling',
  duration: { value: 1, unit: 'h' },
};
/** 2026-11-20T12:00:00Z */
const BEGIN = Date.UTC(2026, 10, 20, 12) / 1000;
/** Seconds between rounds; the longest leaves history to be read. */
const STRIDES = [120, 60, 300, 180, 10_800];
const LATENCY_MS = 200;
/** Samples are late for two minutes. */
const SETTLED_SECONDS = 120;
const POLL_MS = 25;
/** Longer takes no round on the busiest machine, milliseconds. */
const PATIENCE_MS = 240_000;

/**
 * Three replicas as processes of their own, on one database and one clock that
 * jumps from round to round. In each round the first of them that evaluates is
 * killed, in every second one another is frozen until its lease is over.
 */
export class ReplicaRounds {
  readonly #options: ReplicaRoundsOptions;
  readonly #database: SloDatabase;
  #replicas: SpawnedReplica[] = [];
  readonly #gone: SpawnedReplica[] = [];
  #clock = { at: BEGIN, began: Date.now() };
  #round = 0;

  static async start(options: ReplicaRoundsOptions): Promise<ReplicaRounds> {
    const client = createKnex({ ...options.knex, pool: { min: 0, max: 2 } });
    const database = await openSloDatabase({
      database: { getClient: async () => client },
    });
    await insertObjectives({
      database,
      ready: true,
      dueAt: BEGIN,
      definitions: Array.from({ length: options.objectives }, (_, index) =>
        objectiveDefinition({
          ref: `slo:default/objective-${index}`,
          // the budget of an hour is spent while the rounds are played
          ...(index % 3 === 0 && { window: HOUR }),
        }),
      ),
    });
    const rounds = new ReplicaRounds({ ...options, database });
    rounds.#replicas = await Promise.all(
      Array.from({ length: REPLICAS }, () => rounds.#spawn()),
    );
    await rounds.#untilDone();
    return rounds;
  }

  private constructor(
    options: ReplicaRoundsOptions & { database: SloDatabase },
  ) {
    this.#options = options;
    this.#database = options.database;
  }

  /** What all replicas told somebody, the dead ones too. */
  get notified(): string[] {
    return [...this.#gone, ...this.#replicas].flatMap(({ messages }) =>
      messages.flatMap(message =>
        message.kind === 'notified' ? [message.key] : [],
      ),
    );
  }

  /** Plays a round to its end: until nothing is due or open any more. */
  async play(): Promise<RoundResult> {
    const round = this.#round;
    const stride = STRIDES[round % STRIDES.length];
    const purpose = stride > 3_600 ? 'history' : 'newest';
    this.#round += 1;
    const first = Promise.race(
      this.#replicas.map(async (replica, index) => ({
        index,
        reading: await replica.next(isReading(purpose)),
      })),
    );
    this.#turnClock(this.#clock.at + stride);
    const { index, reading } = await first;
    const victim = this.#replicas[index];
    const others = this.#replicas.filter(replica => replica !== victim);
    const frozen = round % 2 === 1 ? others[0] : undefined;
    const thawed = frozen && this.#freezeWhenReading(frozen);

    // while the source is asked, and while the answer is written
    await sleep(Math.random() * 2 * LATENCY_MS);
    await victim.kill();
    const killedAt = performance.now();
    const leftBehind = await this.#countDue(victim, reading);
    this.#gone.push(victim);
    const next = this.#spawn();
    await this.#untilDone();
    const takeoverMs = performance.now() - killedAt;
    await thawed;
    this.#replicas[index] = await next;
    return { leftBehind, takeoverMs };
  }

  /** Lets samples that were late come in, and compares all with the truth. */
  async judge(): Promise<LedgerVerdict> {
    this.#turnClock(this.#clock.at + BUCKET_SECONDS);
    await this.#untilDone();
    const settled = this.#clock.at - SETTLED_SECONDS;
    return judgeLedger({
      database: this.#database,
      from: BEGIN,
      to: Math.floor(settled / BUCKET_SECONDS) * BUCKET_SECONDS,
    });
  }

  /** Waits until all that is to be told has been told. */
  async untilTold(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    const untold = async () => {
      const { client } = this.#database;
      const [unseen] = await client('slo_status as s')
        .leftJoin('slo_watch as w', 'w.objective_id', 's.objective_id')
        .where('s.state', 'exhausted')
        .whereRaw('coalesce(w.level, 0) < 1')
        .count({ count: '*' });
      const [unsent] = await client('slo_notification')
        .whereNull('sent_at')
        .count({ count: '*' });
      return Number(unseen.count) + Number(unsent.count);
    };
    for (let left = await untold(); left > 0; left = await untold()) {
      if (Date.now() > deadline) {
        throw new Error(`${left} events were not told`);
      }
      await sleep(POLL_MS);
    }
  }

  /** Objectives whose budget is spent, as `slo:default/objective-0`. */
  async spent(): Promise<string[]> {
    return this.#database
      .client('slo_status')
      .join('slo_objective', 'slo_objective.id', 'slo_status.objective_id')
      .where('state', 'exhausted')
      .pluck('ref');
  }

  async stop(): Promise<void> {
    await Promise.all(this.#replicas.map(replica => replica.kill()));
    await this.#database.client.destroy();
  }

  #spawn(): Promise<SpawnedReplica> {
    const { knex, timing } = this.#options;
    const options: RoundReplicaOptions = {
      knex: { ...knex, pool: { min: 0, max: 3 } },
      timing,
      latencyMs: LATENCY_MS,
      oldest: BEGIN - 86_400,
      clock: this.#clock,
    };
    return SpawnedReplica.start(options);
  }

  #turnClock(at: number): void {
    this.#clock = { at, began: Date.now() };
    this.#replicas.forEach(replica => replica.setClock(this.#clock));
  }

  /** Sleeps through the end of its lease, in the middle of an evaluation. */
  async #freezeWhenReading(replica: SpawnedReplica): Promise<void> {
    const { leaseSeconds, tickMs } = this.#options.timing;
    const asked = await Promise.race([
      replica.next(isReading('newest')),
      sleep(5 * tickMs),
    ]);
    if (asked) {
      await sleep(Math.random() * LATENCY_MS);
      replica.freeze();
      await sleep(leaseSeconds * 1_500 + 2 * tickMs);
      replica.thaw();
    }
  }

  /** Objectives of the last question of a killed replica that are still due. */
  async #countDue(
    victim: SpawnedReplica,
    first: ReplicaMessage,
  ): Promise<number> {
    const last = victim.messages.findLast(isReading('newest')) ?? first;
    const [row] = await this.#due()
      .whereIn('ref', last.kind === 'reading' ? last.refs : [])
      .count({ count: '*' });
    return Number(row.count);
  }

  async #untilDone(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const [due] = await this.#due().count({ count: '*' });
      const [open] = await this.#database
        .client('slo_backfill')
        .count({ count: '*' });
      if (Number(due.count) === 0 && Number(open.count) === 0) {
        return;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `${due.count} objectives and ${open.count} stretches of history ` +
            `were not taken over`,
        );
      }
      await sleep(POLL_MS);
    }
  }

  #due(): Knex.QueryBuilder {
    return this.#database
      .client('slo_objective')
      .where('due_at', '<=', this.#clock.at);
  }
}

function isReading(purpose: 'newest' | 'history') {
  return (message: ReplicaMessage) =>
    message.kind === 'reading' && message.purpose === purpose;
}
