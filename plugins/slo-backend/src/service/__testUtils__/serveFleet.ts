import createKnex from 'knex';
import type { Knex } from 'knex';
import { startSloBackend } from '../../__testUtils__/startSloBackend';
import {
  componentEntity,
  sloEntity,
} from '../../__testUtils__/catalogEntities';
import { FakeMetricsSource } from '../../sources/__fixtures__/FakeMetricsSource';

/** @see serveFleet */
export interface ServeFleetOptions {
  /** As knex takes it: an empty database. */
  database: Knex.Config;
  /** How many objectives, 3,000 by default; three a service. */
  objectives?: number;
}

/**
 * Serves the SLO API over a fleet of services, for the bench of the lists.
 *
 * @returns its address
 */
export async function serveFleet(options: ServeFleetOptions): Promise<string> {
  const { database, objectives = 3_000 } = options;
  const services = Array.from({ length: objectives / 3 }, (_, index) =>
    componentEntity({
      name: `service-${index}`,
      owner: `group:default/team-${index % 40}`,
      system: `system:default/system-${index % 100}`,
    }),
  );
  const documents = services.flatMap(({ metadata: { name } }) =>
    ['availability', 'latency', 'errors'].map(kind =>
      sloEntity({ name: `${name}-${kind}`, service: name }),
    ),
  );
  const { server } = await startSloBackend({
    entities: [...services, ...documents],
    source: FakeMetricsSource.create(),
    knex: createKnex(database),
  });
  return `http://localhost:${server.port()}`;
}

if (require.main === module) {
  serveFleet(JSON.parse(process.argv[2])).then(url =>
    process.stdout.write(`${JSON.stringify({ url })}\n`),
  );
}
