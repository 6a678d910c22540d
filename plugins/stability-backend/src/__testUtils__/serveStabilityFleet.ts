import createKnex from 'knex';
import type { Knex } from 'knex';
import { componentEntity } from './catalogEntities';
import { deployed, incident, NOON } from './observed';
import { startStabilityBackend } from './startStabilityBackend';

const HOUR = 3_600_000;
const PATTERN = 'service-0';

/** @see serveStabilityFleet */
export interface ServeStabilityFleetOptions {
  /** As knex takes it: an empty PostgreSQL database. */
  database: Knex.Config;
  /** How many services, 10,000 by default. */
  services?: number;
  /** How many deployments each has had in six months, 100 by default. */
  deployments?: number;
}

/**
 * Serves the stability API over a fleet with a long past, for the benches: one
 * service's past is observed and folded, the others are copies of it.
 *
 * @returns its address
 */
export async function serveStabilityFleet(
  options: ServeStabilityFleetOptions,
): Promise<string> {
  const { database, services = 10_000, deployments = 100 } = options;
  const knex = createKnex(database);
  const { server, observe } = await startStabilityBackend({
    entities: Array.from({ length: services }, (_, index) =>
      componentEntity({
        name: `service-${index}`,
        title: `Service ${index}`,
        owner: `group:default/team-${index % 400}`,
        system: `system:default/system-${index % 1000}`,
      }),
    ),
    knex,
    config: { rules: { verdictWindow: { hours: 12 } } },
  });
  await observe(pastOf(PATTERN, deployments));
  await copyObservations(knex, services);
  await untilFolded(knex, services);
  await knex.raw('vacuum analyze');
  return `http://localhost:${server.port()}`;
}

/** A deployment every 43 hours, every tenth of which goes back. */
function pastOf(service: string, deployments: number) {
  const newest = Math.min(Date.now(), NOON) - 30 * HOUR;
  return Array.from({ length: deployments }, (_, index) => {
    const at = newest - (deployments - index) * 43 * HOUR;
    const run = deployed({ service, version: `v${index}`, at });
    const isBad = index % 10 === 5;
    return isBad
      ? [
          run,
          incident({
            service,
            key: `INC-${index}`,
            phase: 'triggered',
            at: at + HOUR,
            startedAt: at + HOUR,
          }),
          incident({
            service,
            key: `INC-${index}`,
            phase: 'resolved',
            at: at + 3 * HOUR,
            startedAt: at + HOUR,
          }),
          deployed({
            service,
            version: `v${index - 1}`,
            at: at + 2 * HOUR,
            rollback: true,
          }),
        ]
      : [run];
  }).flat();
}

async function untilFolded(knex: Knex, services: number): Promise<void> {
  for (;;) {
    const [{ number }] = await knex('stability_facts').count({ number: '*' });
    const left = await knex('stability_dirty').first('entity_ref');
    if (Number(number) >= services && !left) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** All services have had the same past, under names of their own. */
async function copyObservations(knex: Knex, services: number): Promise<void> {
  const ofService = (column: string) =>
    `replace(${column}, '${PATTERN}', 'service-' || n)`;
  await knex.raw(
    `insert into stability_observation
       (id, entity_ref, kind, at, content, content_hash)
     select ${ofService('id')}, ${ofService('entity_ref')}, kind, at,
       ${ofService('content')}, content_hash
     from stability_observation cross join generate_series(1, ?) as n`,
    [services - 1],
  );
  await knex.raw('analyze stability_observation');
  await knex.raw(
    `insert into stability_dirty (entity_ref, since, due_at)
     select distinct entity_ref, 0, 0 from stability_observation
     on conflict do nothing`,
  );
}

if (require.main === module) {
  serveStabilityFleet(JSON.parse(process.argv[2])).then(url =>
    process.stdout.write(`${JSON.stringify({ url })}\n`),
  );
}
