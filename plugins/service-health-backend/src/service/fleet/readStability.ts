import type { FleetStrip } from '@plimsoll/plugin-service-health-common';
import {
  ENOUGH_SAMPLES,
  wilsonInterval,
} from '@plimsoll/plugin-stability-common';
import type { ServiceHealthContext } from '../ServiceHealthContext';
import { type FleetView, visibleRows } from './FleetView';
import { loadServices, type SeenRow, seenColumns } from './loadServices';

type Stability = NonNullable<FleetStrip['stability']>;

/** Incidents that are open, and how often changes failed, of visible services. */
export async function readStability(options: {
  context: ServiceHealthContext;
  view: FleetView;
}): Promise<Stability> {
  const { context, view } = options;
  const { client } = context;
  const column = (name: string) => view.columns.sql('stability', name);
  const sum = (sql: string) => client.raw(`coalesce(sum(${sql}), 0)`);
  const [row] = await visibleRows({ client, view }).select({
    incidents: sum(column('incidents')),
    hit: sum(`case when ${column('incidents')} > 0 then 1 else 0 end`),
    failed: sum(column('failed')),
    judged: sum(column('judged')),
    pending: sum(column('pending')),
  });
  const oldestIncident = await readOldest(options);
  return {
    incidentsOpen: Number(row.incidents),
    servicesWithIncident: Number(row.hit),
    ...(oldestIncident && { oldestIncident }),
    changeFailureRate: rateOf({
      events: Number(row.failed),
      sampleSize: Number(row.judged),
      pending: Number(row.pending),
    }),
  };
}

function rateOf(counts: {
  events: number;
  sampleSize: number;
  pending: number;
}): Stability['changeFailureRate'] {
  const { events, sampleSize } = counts;
  if (sampleSize < ENOUGH_SAMPLES) {
    return { days: 90, ...counts };
  }
  const { low, high } = wilsonInterval({ events, sampleSize });
  return {
    days: 90,
    ...counts,
    value: events / sampleSize,
    interval: { low, high },
  };
}

async function readOldest(options: {
  context: ServiceHealthContext;
  view: FleetView;
}): Promise<Stability['oldestIncident']> {
  const { context, view } = options;
  const { client } = context;
  const since = view.columns.sql('stability', 'incident_since');
  const rows: SeenRow[] = await visibleRows({ client, view })
    .whereRaw(`${since} is not null`)
    .orderByRaw(`${since} asc, s.entity_ref asc`)
    .limit(1)
    .select('s.entity_ref', ...seenColumns(view).map(sql => client.raw(sql)));
  const [service] = await loadServices({ context, rows });
  const incident = service?.stability?.openIncident;
  return (
    incident && {
      ...incident,
      entityRef: service.entityRef,
      serviceTitle: service.title,
    }
  );
}
