import type { ServiceIndex } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { SummaryWriter } from './SummaryWriter';

/**
 * Lets rows follow the catalog: new and changed services are written, removed
 * ones go.
 */
export class IndexSync {
  readonly #options: {
    client: Knex;
    services: ServiceIndex;
    writer: SummaryWriter;
  };

  static create(options: {
    client: Knex;
    services: ServiceIndex;
    writer: SummaryWriter;
  }): IndexSync {
    return new IndexSync(options);
  }

  private constructor(options: Parameters<typeof IndexSync.create>[0]) {
    this.#options = options;
  }

  /** @returns how many services were looked at again */
  async sync(): Promise<number> {
    const { client, services, writer } = this.#options;
    const wanted = await services.getAll();
    const rows: Array<{ entity_ref: string; index_content: string }> =
      await client('service_summary').select('entity_ref', 'index_content');
    const known = new Map(rows.map(row => [row.entity_ref, row.index_content]));
    const spokenOf = new Set(
      await client('service_lens').distinct('entity_ref').pluck('entity_ref'),
    );
    const outdated = [...wanted.values()].filter(
      service =>
        known.get(service.entityRef) !== JSON.stringify(service) &&
        (known.has(service.entityRef) ||
          writer.shows(service, spokenOf.has(service.entityRef))),
    );
    const removed = rows.filter(row => !wanted.has(row.entity_ref));
    const refs = [
      ...outdated.map(({ entityRef }) => entityRef),
      ...removed.map(row => row.entity_ref),
    ];
    await writer.write(refs);
    return refs.length;
  }
}
