import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { sloObjectiveReadPermission } from '@plimsoll/plugin-slo-common';
import createKnex, { type Knex } from 'knex';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSloBackend } from '../../../__testUtils__/startSloBackend';
import {
  BACKFILL_PRIORITY,
  enqueueBackfill,
} from '../../../backfill/BackfillQueue';
import {
  createSloConditionalDecision,
  sloConditions,
} from '../../../permissions/objectiveRules';
import { fleetEntities, READERS_TEAM } from './fleetEntities';
import { FleetMeter } from './FleetMeter';
import { FleetSource } from './FleetSource';
import type { FillFleetOptions } from './fillFleet';

const DAY = 86_400;
const LATENCY_MS = 100;

/**
 * A backend with a fleet that was filled before, for a reader who may see one
 * of a hundred services, and a second server by which a bench turns it.
 *
 * @returns their addresses
 */
export async function serveFleet(
  options: FillFleetOptions,
): Promise<{ url: string; control: string }> {
  const { services, documents } = fleetEntities(options.objectives);
  const knex = createKnex(options.database);
  const meter = FleetMeter.create();
  const decision = createSloConditionalDecision(
    sloObjectiveReadPermission,
    sloConditions.isServiceOwner({ claims: [READERS_TEAM] }),
  );
  const { server } = await startSloBackend({
    entities: [...services, ...documents],
    source: FleetSource.create({ latencyMs: LATENCY_MS }),
    knex,
    features: [
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => ({
          authorize: async requests =>
            requests.map(() => ({ result: AuthorizeResult.ALLOW })),
          authorizeConditional: async requests => requests.map(() => decision),
        }),
      }),
      createServiceFactory({
        service: metricsServiceRef,
        deps: {},
        factory: () => meter.metrics,
      }),
    ],
  });
  const acts: Record<string, () => Promise<object>> = {
    '/begin': () => begin(knex, meter),
    '/reset': async () => {
      meter.reset();
      return {};
    },
    '/held': async () => {
      meter.watchHeld();
      return {};
    },
    '/figures': async () => meter.figures(),
    '/gap': () => tearGap(knex),
    '/open': async () => countOpen(knex),
  };
  const control = createServer((request, response) => {
    acts[request.url ?? '']().then(
      answer => response.end(JSON.stringify(answer)),
      error => {
        response.statusCode = 500;
        response.end(String(error.stack));
      },
    );
  });
  await new Promise<void>(resolve => {
    control.listen(0, '127.0.0.1', resolve);
  });
  const { port } = control.address() as AddressInfo;
  return {
    url: `http://localhost:${server.port()}`,
    control: `http://127.0.0.1:${port}`,
  };
}

/** Makes all objectives due. */
async function begin(knex: Knex, meter: FleetMeter): Promise<object> {
  meter.rest();
  const now = Math.floor(Date.now() / 1000);
  await knex('slo_objective').update({
    due_at: now,
    read_up_to: now,
  });
  return {};
}

/** Yesterday is lost, and noted as an evaluation after an outage notes it. */
async function tearGap(knex: Knex): Promise<object> {
  const now = Math.floor(Date.now() / 1000);
  const to = Math.floor(now / DAY) * DAY;
  await knex('slo_ledger')
    .where({ start: to - DAY })
    .delete();
  const ids: number[] = await knex('slo_objective').pluck('id');
  for (let index = 0; index < ids.length; index += 1_000) {
    await enqueueBackfill({
      client: knex,
      now,
      stretches: ids.slice(index, index + 1_000).map(objectiveId => ({
        objectiveId,
        source: 'prometheus',
        priority: BACKFILL_PRIORITY.gap,
        from: to - DAY,
        to,
      })),
    });
  }
  return countOpen(knex);
}

async function countOpen(knex: Knex): Promise<{ open: number }> {
  const [{ count }] = await knex('slo_backfill').count({ count: '*' });
  return { open: Number(count) };
}

if (require.main === module) {
  serveFleet(JSON.parse(process.argv[2])).then(
    addresses => process.stdout.write(`${JSON.stringify(addresses)}\n`),
    error => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
}
