import createKnex, { type Knex } from 'knex';
import { componentEntity } from './catalogEntities';
import { type Fleet, fillFleet } from './fillFleet';
import { startCostBackend } from './startCostBackend';

/** @see serveCostFleet */
export interface ServeCostFleetOptions {
  /** As knex takes it: an empty database. */
  database: Knex.Config;
  fleet: Fleet;
}

/**
 * Serves the cost API over a large fleet, for the benches.
 *
 * @returns its address, and how long working out the fleet took, seconds
 */
export async function serveCostFleet(
  options: ServeCostFleetOptions,
): Promise<{ url: string; deriveSeconds: number }> {
  const { database, fleet } = options;
  const knex = createKnex(database);
  const { server } = await startCostBackend({
    entities: Array.from({ length: fleet.services }, (_, index) =>
      componentEntity({
        name: `service-${index}`,
        title: `Service ${index}`,
        owner: `group:default/team-${index % 400}`,
        system: `system:default/system-${index % 1000}`,
      }),
    ),
    knex,
  });
  await until(async () => {
    const [{ number }] = await knex('service_index').count({ number: '*' });
    const claims = await knex('cost_mapping').first('kind');
    return Number(number) === fleet.services && claims !== undefined;
  });
  const today = new Date().toISOString().slice(0, 10);
  await fillFleet({ knex, fleet, today });
  await knex.raw(database.client === 'pg' ? 'vacuum analyze' : 'analyze');
  const began = performance.now();
  await knex('cost_poll')
    .insert({ name: 'derive', state: 'due' })
    .onConflict('name')
    .merge();
  await until(async () => {
    const row = await knex('cost_poll').where('name', 'derive').first('state');
    return row?.state === '';
  });
  const deriveSeconds = (performance.now() - began) / 1_000;
  await knex.raw(database.client === 'pg' ? 'vacuum analyze' : 'analyze');
  return { url: `http://localhost:${server.port()}`, deriveSeconds };
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  while (!(await isDone())) {
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

if (require.main === module) {
  serveCostFleet(JSON.parse(process.argv[2])).then(answer =>
    process.stdout.write(`${JSON.stringify(answer)}\n`),
  );
}
