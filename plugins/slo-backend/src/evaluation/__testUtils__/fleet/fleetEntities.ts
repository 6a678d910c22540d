import type { Entity } from '@backstage/catalog-model';
import {
  componentEntity,
  sloEntity,
} from '../../../__testUtils__/catalogEntities';

/** What most objectives count: so many shapes of queries. */
const SHAPES = 15;
/** One of so many objectives has a query of its own. */
const OWN_EVERY = 60;
/** Each team has one of a hundred services. */
const TEAMS = 100;
const KINDS = ['availability', 'latency', 'errors'];

/** The team that the measured reader belongs to. */
export const READERS_TEAM = 'group:default/team-7';

/** Services with three documents each, as the catalog hands them out. */
export function fleetEntities(objectives: number): {
  services: Entity[];
  documents: Entity[];
} {
  const services = Array.from(
    { length: objectives / KINDS.length },
    (_, index) =>
      componentEntity({
        name: `service-${index}`,
        owner: `group:default/team-${index % TEAMS}`,
        system: `system:default/system-${index % 50}`,
      }),
  );
  const documents = services.flatMap(({ metadata: { name: service } }, row) =>
    KINDS.map((kind, column) => {
      const index = row * KINDS.length + column;
      const own = index % OWN_EVERY === 0 ? `,route="/own/${index}"` : '';
      const metric = `shape_${index % SHAPES}`;
      const query = (suffix: string) => ({
        metricSource: {
          type: 'Prometheus',
          spec: { query: `${metric}_${suffix}{service="${service}"${own}}` },
        },
      });
      return sloEntity({
        name: `${service}-${kind}-${index}`,
        service,
        spec: {
          indicator: {
            metadata: { name: `${service}-${kind}` },
            spec: {
              ratioMetric: {
                counter: true,
                bad: query('bad_total'),
                total: query('all_total'),
              },
            },
          },
          ...(index % 10 === 0 && {
            timeWindow: [
              {
                duration: '1M',
                isRolling: false,
                calendar: {
                  startTime: '2026-01-01 00:00:00',
                  timeZone: 'Europe/Warsaw',
                },
              },
            ],
          }),
        },
      });
    }),
  );
  return { services, documents };
}
