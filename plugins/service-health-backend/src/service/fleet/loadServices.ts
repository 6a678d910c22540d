import {
  type FleetService,
  LENSES,
  type LensName,
} from '@plimsoll/plugin-service-health-common';
import { readLenses } from '../../lenses/readLenses';
import type { ServiceHealthContext } from '../ServiceHealthContext';
import type { FleetView } from './FleetView';
import { toFleetService } from './toFleetService';

/** A row of a list: its ref, and through which lenses it may be seen. */
export interface SeenRow {
  entity_ref: string;
  reliability_seen: number;
  stability_seen: number;
  cost_seen: number;
}

/** Selects the columns of {@link SeenRow}. */
export function seenColumns(view: FleetView): string[] {
  return LENSES.map(lens => {
    const { kind } = view.scopes[lens];
    const sql =
      kind === 'some'
        ? `case when ${lens}_seen.entity_ref is not null then 1 else 0 end`
        : String(kind === 'all' ? 1 : 0);
    return `${sql} as ${lens}_seen`;
  });
}

/** All that pages show of some rows, in their order. */
export async function loadServices(options: {
  context: Pick<ServiceHealthContext, 'client' | 'services' | 'currency'>;
  rows: readonly SeenRow[];
}): Promise<FleetService[]> {
  const { context, rows } = options;
  const { client, currency } = context;
  const entityRefs = rows.map(row => row.entity_ref);
  const [services, lenses] = await Promise.all([
    context.services.getServices(entityRefs),
    readLenses({ client, currency, entityRefs }),
  ]);
  return rows.flatMap(row => {
    const service = services.get(row.entity_ref);
    // one that was removed between two statements
    return service
      ? [
          toFleetService({
            service,
            lenses: lenses.get(row.entity_ref),
            seen: seenLenses(row),
          }),
        ]
      : [];
  });
}

function seenLenses(row: SeenRow): ReadonlySet<LensName> {
  return new Set(LENSES.filter(lens => Number(row[`${lens}_seen`]) === 1));
}
