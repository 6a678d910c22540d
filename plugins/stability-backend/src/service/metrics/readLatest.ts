import {
  type Deployment,
  type Incident,
  isIncidentOf,
  type StabilityMetrics,
} from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import {
  applyMembers,
  applyServiceScope,
  type AskedEntity,
  type ServiceScope,
} from '@plimsoll/service-index';

/** Incidents that are looked through, newest first. */
const LOOKED_AT = 20;
const OPEN = ['triggered', 'acknowledged'];

/** What a card says beside its figures. */
export type LatestFacts = Pick<
  StabilityMetrics,
  'lastDeployment' | 'lastIncident' | 'openIncident'
>;

/**
 * The newest deployment and incidents of an environment, as of now: each is
 * one short walk along the index by service and start.
 *
 * @param options.environment - `production` is all that count as production
 */
export async function readLatest(options: {
  client: Knex;
  scope: ServiceScope;
  entity: AskedEntity;
  environment: string;
}): Promise<LatestFacts> {
  const { client, scope, entity, environment } = options;
  const newest = (table: string, limit: number) => {
    const query = client(table);
    applyMembers(query, { entity, column: `${table}.entity_ref` });
    applyServiceScope(query, { scope, column: `${table}.entity_ref` });
    query.orderBy([
      { column: 'started_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
    return query.limit(limit).select('content');
  };
  const newestIncidents = () => newest('stability_incident', LOOKED_AT);
  const [deployments, incidents, open] = await Promise.all([
    newest('stability_deployment', 1)
      .whereNot('type', 'redeploy')
      .where(
        environment === 'production' ? { production: true } : { environment },
      ),
    newestIncidents(),
    newestIncidents().whereIn('state', OPEN),
  ]);
  const firstOf = (rows: Array<{ content: string }>): Incident | undefined =>
    rows
      .map(({ content }): Incident => JSON.parse(content))
      .find(
        incident =>
          !incident.merged &&
          !incident.derived &&
          isIncidentOf(incident, environment),
      );
  const lastDeployment: Deployment[] = deployments.map(({ content }) =>
    JSON.parse(content),
  );
  return {
    lastDeployment: lastDeployment[0],
    lastIncident: firstOf(incidents),
    openIncident: firstOf(open),
  };
}
