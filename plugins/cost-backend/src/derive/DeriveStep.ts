import type { LoggerService } from '@backstage/backend-plugin-api';
import { Lease } from '../leases/Lease';
import type { CostContext } from '../service/CostContext';
import { readBillState } from '../service/state/readBillState';
import { deriveServices } from './deriveServices';

const NAME = 'derive';
/** What failed is tried again after this, milliseconds. */
const RETRY_MS = 60_000;

/**
 * Works out what follows from new costs, by one replica at a time. Who finds
 * it due takes it; what falls due meanwhile is done once more.
 */
export class DeriveStep {
  readonly #context: CostContext;
  readonly #lease: Lease;
  readonly #after: (options: { signal: AbortSignal }) => Promise<void>;
  readonly #logger: LoggerService;

  /** @param options.after - what is to be done with what was derived */
  static create(options: {
    context: CostContext;
    logger: LoggerService;
    after(options: { signal: AbortSignal }): Promise<void>;
  }): DeriveStep {
    return new DeriveStep(options);
  }

  private constructor(options: Parameters<typeof DeriveStep.create>[0]) {
    this.#context = options.context;
    this.#lease = Lease.create({ ...options.context, name: NAME });
    this.#after = options.after;
    this.#logger = options.logger;
  }

  /** Says that something has changed that answers are made of. */
  async markDue(): Promise<void> {
    await this.#context
      .client('cost_poll')
      .insert({ name: NAME, state: 'due' })
      .onConflict('name')
      .merge({ state: 'due' });
  }

  /** @returns whether there was anything to do for this replica */
  async run(options: { signal: AbortSignal }): Promise<boolean> {
    if (!(await this.#isDue())) {
      return false;
    }
    let isDone = false;
    let failure: { error: unknown } | undefined;
    await this.#lease.run({
      ...options,
      work: async held => {
        try {
          isDone = await this.#derive(held);
          return 0;
        } catch (error) {
          failure = { error };
          return RETRY_MS;
        }
      },
    });
    if (failure) {
      throw failure.error;
    }
    return isDone;
  }

  /** What runs while nobody has the lease was left by a dead replica. */
  async #isDue(): Promise<boolean> {
    const row = await this.#context
      .client('cost_poll')
      .where('name', NAME)
      .first('state');
    return row?.state === 'due' || row?.state === 'running';
  }

  async #derive(options: { signal: AbortSignal }): Promise<boolean> {
    const { client, now } = this.#context;
    if (!(await this.#isDue())) {
      return false;
    }
    await client('cost_poll').where('name', NAME).update({ state: 'running' });
    const started = performance.now();
    const state = await readBillState({ client, now: now() });
    await deriveServices({ ...options, context: this.#context, state });
    await this.#after(options);
    // what fell due meanwhile is done once more
    await client('cost_poll')
      .where({ name: NAME, state: 'running' })
      .update({ state: '', last_success_at: now() });
    this.#logger.debug(
      `Worked out what services cost in ${Math.round(
        performance.now() - started,
      )} ms`,
    );
    return true;
  }
}
