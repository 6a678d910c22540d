import {
  coreServices,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { type SloState, SLO_STATES } from '@plimsoll/plugin-slo-common';
import createKnex, { type Knex } from 'knex';
import {
  componentEntity,
  startHealthBackend,
  summaryPlugin,
} from './startHealthBackend';
import {
  costSummary,
  iso,
  NOON,
  sloSummary,
  stabilitySummary,
} from './summaries';

/** @see serveHealthFleet */
export interface ServeHealthFleetOptions {
  /** As knex takes it: an empty database. */
  database: Knex.Config;
  /** 10,000 by default. */
  services?: number;
}

/** Half of the readers' teams, so that conditions are not for everything. */
const CLAIMS = Array.from({ length: 200 }, (_, n) => `group:default/team-${n}`);

/**
 * Serves the joined view of a large fleet under a policy with conditions, for
 * the bench.
 *
 * @returns its address, and how long the first pull took, seconds
 */
export async function serveHealthFleet(
  options: ServeHealthFleetOptions,
): Promise<{ url: string; pullSeconds: number }> {
  const { database, services = 10_000 } = options;
  const knex = createKnex(database);
  const numbers = Array.from({ length: services }, (_, n) => n);
  const nameOf = (n: number) => `service-${n}`;
  const began = performance.now();
  const { server } = await startHealthBackend({
    knex,
    entities: numbers.map(n =>
      componentEntity({
        name: nameOf(n),
        owner: `group:default/team-${n % 400}`,
        system: `system:default/system-${n % 1_000}`,
        tier: String(1 + (n % 3)),
      }),
    ),
    features: [
      policyWithConditions(),
      summaryPlugin({
        pluginId: 'slo',
        items: numbers.map(n =>
          sloSummary({
            name: nameOf(n),
            state: stateOf(n),
            remaining: ((n * 7_919) % 10_000) / 10_000,
          }),
        ),
      }),
      summaryPlugin({
        pluginId: 'stability',
        items: numbers.map(n =>
          stabilitySummary({
            name: nameOf(n),
            failed: [n % 7, 40 + (n % 20)],
            deployment: { finishedAt: iso(NOON - n * 60_000) },
            ...(n % 500 === 0 && { incident: {} }),
          }),
        ),
      }),
      summaryPlugin({
        pluginId: 'cost',
        items: numbers.map(n =>
          costSummary({
            name: nameOf(n),
            monthToDate: `${(n * 31) % 9_000}.42`,
            saving: `${n % 13}.00`,
          }),
        ),
      }),
    ],
  });
  while (!(await isPulled(knex, services))) {
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  const pullSeconds = (performance.now() - began) / 1_000;
  await knex.raw(database.client === 'pg' ? 'vacuum analyze' : 'analyze');
  return { url: `http://localhost:${server.port()}`, pullSeconds };
}

function stateOf(n: number): SloState {
  return n % 20 === 0 ? SLO_STATES[n % 3] : 'ok';
}

async function isPulled(knex: Knex, services: number): Promise<boolean> {
  const [{ number }] = await knex('service_summary')
    .whereNotNull('cost')
    .whereNotNull('budget_remaining')
    .whereNotNull('failure_rate')
    .count({ number: '*' });
  const pulls = await knex('lens_pull').whereNotNull('pulled_at');
  return Number(number) === services && pulls.length === 3;
}

/** Answers every question of a permission with conditions. */
function policyWithConditions() {
  const decide = (request: { permission: Permission }): PolicyDecision => ({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'service-health',
    resourceType:
      'resourceType' in request.permission
        ? request.permission.resourceType
        : '',
    conditions: {
      rule: 'IS_SERVICE_OWNER',
      resourceType: 'service-health-service',
      params: { claims: CLAIMS },
    },
  });
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: (): PermissionsService => ({
      authorize: async requests =>
        requests.map(() => ({ result: AuthorizeResult.DENY })),
      authorizeConditional: async requests => requests.map(decide),
    }),
  });
}

if (require.main === module) {
  serveHealthFleet(JSON.parse(process.argv[2])).then(answer =>
    process.stdout.write(`${JSON.stringify(answer)}\n`),
  );
}
