import type { LoggerService } from '@backstage/backend-plugin-api';
import { randomUUID } from 'node:crypto';
import { databaseFault, faultOf } from '@plimsoll/plugin-database';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import type { Inbox } from '../inbox/Inbox';
import { Pulse } from '../inbox/Pulse';
import { oneLine } from '../senders/payload/oneLine';
import type { PollTask } from './PollTask';

/** How often a replica looks whether something is due, milliseconds. */
const TICK_MS = 5_000;

/** A call may take this long, milliseconds; a killed replica is missed then. */
const LEASE_MS = 60_000;

/** @see PollRunner */
export interface PollRunnerOptions {
  tasks: PollTask[];
  database: StabilityDatabase;
  inbox: Inbox;
  logger: LoggerService;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
  /** Milliseconds between two looks whether something is due; 5,000. */
  tickMs?: number;
}

interface PollRow {
  source: string;
  state: string | null;
  due_at: number | string;
  lease_owner: string | null;
  lease_until: number | string | null;
}

/**
 * Calls what is polled, each by one replica at a time, and hands what it finds
 * to the inbox.
 */
export class PollRunner {
  readonly #options: PollRunnerOptions;
  readonly #now: () => number;
  readonly #owner = randomUUID();
  /** One for each task: none waits for another. */
  readonly #pulses: Pulse[];

  static create(options: PollRunnerOptions): PollRunner {
    return new PollRunner(options);
  }

  private constructor(options: PollRunnerOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#pulses = options.tasks.map(task =>
      Pulse.create({
        everyMs: options.tickMs ?? TICK_MS,
        work: signal => this.#runOne(task, signal),
        onError: error =>
          options.logger.error(
            `'${task.name}' could not be polled`,
            databaseFault(error),
          ),
      }),
    );
  }

  /** Begins to poll and goes on until {@link stop}. */
  start(): void {
    this.#pulses.forEach(pulse => pulse.start());
  }

  /** Ends what is being asked; it is asked again later. */
  async stop(): Promise<void> {
    await Promise.all(this.#pulses.map(pulse => pulse.stop()));
  }

  /**
   * Calls everything that is due, at the same time.
   *
   * @returns how many were called
   */
  async runDue(signal: AbortSignal = new AbortController().signal) {
    const called = await Promise.all(
      this.#options.tasks.map(task => this.#runOne(task, signal)),
    );
    return called.filter(Boolean).length;
  }

  async #runOne(task: PollTask, stopping: AbortSignal): Promise<boolean> {
    const row = await this.#claim(task);
    if (!row) {
      return false;
    }
    const { inbox, logger } = this.#options;
    try {
      const { deliveries, state } = await task.run({
        state: row.state ?? undefined,
        signal: AbortSignal.any([stopping, AbortSignal.timeout(LEASE_MS)]),
      });
      await inbox.acceptMany(deliveries);
      await this.#release(task, {
        state: state ?? null,
        last_success_at: this.#now(),
        error: null,
      });
    } catch (error) {
      const { message } = faultOf(error);
      if (!stopping.aborted) {
        logger.warn(`'${task.name}' could not be polled: ${message}`);
      }
      await this.#release(task, { error: oneLine(message, 500) });
    }
    return true;
  }

  /** The row of a task that is due and nobody else works on. */
  async #claim(task: PollTask): Promise<PollRow | undefined> {
    const { client } = this.#options.database;
    const now = this.#now();
    await client('stability_poll')
      .insert({ source: task.name, due_at: now })
      .onConflict('source')
      .ignore();
    const [row] = await client<PollRow>('stability_poll')
      .where({ source: task.name })
      .where('due_at', '<=', now)
      .where(free =>
        free.whereNull('lease_until').orWhere('lease_until', '<=', now),
      )
      .update({ lease_owner: this.#owner, lease_until: now + LEASE_MS })
      .returning('*');
    return row;
  }

  /** Who was too slow may have been replaced, and must not set things back. */
  async #release(task: PollTask, change: Record<string, unknown>) {
    await this.#options.database
      .client('stability_poll')
      .where({ source: task.name, lease_owner: this.#owner })
      .update({
        ...change,
        due_at: this.#now() + task.everySeconds * 1000,
        lease_owner: null,
        lease_until: null,
      });
  }
}
