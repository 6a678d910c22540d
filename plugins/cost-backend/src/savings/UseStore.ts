import { createHash } from 'node:crypto';
import type { ContainerUse, IdleResource } from '@plimsoll/plugin-cost-node';
import type { Knex } from 'knex';
import type { CostDatabase } from '../database/CostDatabase';

const BATCH = 150;

/** What is really used, as sources said it last. */
export interface UseEvidence {
  containers: ContainerUse[];
  idle: IdleResource[];
  /** When the oldest of it was read, Unix milliseconds. */
  readAt?: number;
}

/** Evidence of use in `cost_use`. */
export class UseStore {
  readonly #client: Knex;

  static create({ client }: Pick<CostDatabase, 'client'>): UseStore {
    return new UseStore(client);
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  async read(): Promise<UseEvidence> {
    const rows: Array<{
      kind: string;
      evidence: string;
      read_at: number | string;
    }> = await this.#client('cost_use')
      .orderBy(['source', 'id'])
      .select('kind', 'evidence', 'read_at');
    const of = (kind: string) =>
      rows
        .filter(row => row.kind === kind)
        .map(({ evidence }) => JSON.parse(evidence));
    const readAt = Math.min(...rows.map(row => Number(row.read_at)));
    return {
      containers: of('container'),
      idle: of('idle'),
      ...(rows.length > 0 && { readAt }),
    };
  }

  /** Notes why a source could not be read; what it said before stays. */
  async markFailing(source: string, error: string): Promise<void> {
    await this.#client('cost_source')
      .insert({ name: source, type: 'use', kind: 'use', error })
      .onConflict('name')
      .merge({ error });
  }

  /**
   * Replaces what a source said by what it says now.
   *
   * @param options.idle - unset where it cannot say: what it said before stays
   * @param options.now - Unix milliseconds
   * @param options.error - why it could not say all of it
   */
  async replace(
    options: { source: string; now: number; error?: string } & Pick<
      UseEvidence,
      'containers'
    > &
      Partial<Pick<UseEvidence, 'idle'>>,
  ): Promise<void> {
    const { source, containers, idle, now, error = null } = options;
    const row = (
      kind: string,
      about: string[],
      of: { entityRef?: string },
    ) => ({
      source,
      id: createHash('sha256').update(JSON.stringify(about)).digest('hex'),
      kind,
      entity_ref: of.entityRef ?? '',
      evidence: JSON.stringify(of),
      read_at: now,
    });
    const rows = new Map(
      [
        ...containers.map(use =>
          row(
            'container',
            [
              use.entityRef,
              use.cluster ?? '',
              use.namespace,
              use.workload,
              use.container,
            ],
            use,
          ),
        ),
        ...(idle ?? []).map(resource =>
          row('idle', [resource.resourceId], resource),
        ),
      ].map(item => [item.id, item]),
    );
    await this.#client.transaction(async trx => {
      await trx('cost_use')
        .where({ source })
        .whereIn('kind', idle ? ['container', 'idle'] : ['container'])
        .delete();
      const all = [...rows.values()];
      for (let index = 0; index < all.length; index += BATCH) {
        await trx('cost_use').insert(all.slice(index, index + BATCH));
      }
      const known = { read_at: now, error };
      await trx('cost_source')
        .insert({ name: source, type: 'use', kind: 'use', ...known })
        .onConflict('name')
        .merge(known);
    });
  }
}
