import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import type { SloContext } from '../SloContext';
import type { StatusRow } from './StatusRow';
import { toObjectiveStatus } from './toObjectiveStatus';

/** Rows as statuses, in their order, with owners and systems filled in. */
export async function loadStatuses(options: {
  context: Pick<SloContext, 'services' | 'sources'>;
  rows: StatusRow[];
}): Promise<ObjectiveStatus[]> {
  const { context, rows } = options;
  const services = await context.services.getServices(
    rows.map(row => row.entity_ref),
  );
  return rows.map(row =>
    toObjectiveStatus({
      row,
      service: services.get(row.entity_ref),
      demo: context.sources.get(row.source)?.demo ?? false,
    }),
  );
}
