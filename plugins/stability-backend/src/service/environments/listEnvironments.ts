import type {
  FactRules,
  NamedEnvironment,
  StabilityPage,
} from '@plimsoll/plugin-stability-common';
import { applyServiceScope, type ServiceScope } from '@plimsoll/service-index';
import type { StabilityContext } from '../StabilityContext';

/** How far back it looks, milliseconds. */
const LOOKED_BACK_MS = 90 * 86_400_000;
/** More are a sign that something else is called an environment. */
const MOST = 200;

/**
 * The environments that services were deployed to in the last 90 days, and
 * whether anything is said about them in app-config: one that is called by a
 * name that nobody thought of counts nowhere.
 */
export async function listEnvironments(options: {
  context: Pick<StabilityContext, 'client' | 'rules' | 'now'>;
  scope: ServiceScope;
}): Promise<StabilityPage<NamedEnvironment>> {
  const { context, scope } = options;
  const { client, rules, now } = context;
  const query = client('stability_deployment as d')
    .select({
      environment: 'd.environment',
      deployments: client.raw('count(*)'),
      produced: client.raw('max(case when d.production then 1 else 0 end)'),
    })
    .where('d.started_at', '>=', now() - LOOKED_BACK_MS)
    .groupBy('d.environment')
    .orderBy([
      { column: 'deployments', order: 'desc' },
      { column: 'd.environment' },
    ])
    .limit(MOST);
  applyServiceScope(query, { scope, column: 'd.entity_ref' });
  const rows: Array<{
    environment: string;
    deployments: number | string;
    produced: number | string;
  }> = await query;
  const items = rows.map((row): NamedEnvironment => {
    const production = Number(row.produced) === 1;
    return {
      name: row.environment,
      production,
      known: production || isNamed(row.environment, rules),
      deployments: Number(row.deployments),
    };
  });
  return { items, totalItems: items.length, pageInfo: {} };
}

function isNamed(name: string, rules: FactRules): boolean {
  return Object.keys(rules.environmentAliases).includes(name);
}
