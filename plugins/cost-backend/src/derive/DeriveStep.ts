import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CostContext } from '../service/CostContext';
import { readBillState } from '../service/state/readBillState';
import { deriveServices } from './deriveServices';

const NAME = 'derive';
/** A replica that has not finished after this is taken for dead. */
const LEASE_MS = 10 * 60_000;

/**
 * Works out what follows from new costs, by one replica at a time. Who finds
 * it due takes it; what falls due meanwhile is done once more.
 */
export class DeriveStep {
  readonly #context: CostContext;
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
    const { client, now } = this.#context;
    const row = await client('cost_poll').where('name', NAME).first('state');
    const known: string = row?.state ?? '';
    const [, until] = known.split('|');
    if (known !== 'due' && !(until && Number(until) < now())) {
      return false;
    }
    const lease = `${randomUUID()}|${now() + LEASE_MS}`;
    const taken = await client('cost_poll')
      .where({ name: NAME, state: known })
      .update({ state: lease });
    if (taken === 0) {
      return false;
    }
    const started = performance.now();
    const state = await readBillState({ client, now: now() });
    await deriveServices({ ...options, context: this.#context, state });
    await this.#after(options);
    await client('cost_poll')
      .where({ name: NAME, state: lease })
      .update({ state: '', last_success_at: now() });
    this.#logger.debug(
      `Worked out what services cost in ${Math.round(
        performance.now() - started,
      )} ms`,
    );
    return true;
  }
}
