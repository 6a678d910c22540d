import {
  LENSES,
  type LensFreshnesses,
  type LensName,
} from '@plimsoll/plugin-service-health-common';
import { applyServiceScope, type ServiceScope } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import { freshnessOf } from '../../lenses/PullBook';
import type { ServiceHealthView } from '../../permissions/ServiceHealthAccess';
import type { ServiceHealthContext } from '../ServiceHealthContext';
import { LensColumns } from './LensColumns';

/** What somebody may see of the fleet, and how old it is. */
export interface FleetView {
  scope: ServiceScope;
  /** Of each lens what is shown of it; nothing where it never answered. */
  scopes: Record<LensName, ServiceScope>;
  lenses: LensFreshnesses;
  columns: LensColumns;
}

/** @see FleetView */
export async function readFleetView(options: {
  context: Pick<ServiceHealthContext, 'book' | 'now'>;
  view: ServiceHealthView;
}): Promise<FleetView> {
  const { context, view } = options;
  const pulls = await context.book.read();
  const lenses = byLens(lens =>
    freshnessOf({
      pull: pulls[lens],
      now: context.now(),
      isHidden: view.lenses[lens].kind === 'none',
    }),
  );
  const scopes = byLens(
    (lens): ServiceScope =>
      lenses[lens].state === 'never' ? { kind: 'none' } : view.lenses[lens],
  );
  return {
    scope: view.scope,
    scopes,
    lenses,
    columns: LensColumns.create({ scopes }),
  };
}

/** The rows that somebody may see, as `s`, with what lens columns need. */
export function visibleRows(options: {
  client: Knex;
  view: FleetView;
}): Knex.QueryBuilder {
  const { client, view } = options;
  const rows = client('service_summary as s');
  view.columns.join(rows, client);
  applyServiceScope(rows, { scope: view.scope, column: 's.entity_ref' });
  return rows;
}

function byLens<T>(valueOf: (lens: LensName) => T): Record<LensName, T> {
  return Object.fromEntries(
    LENSES.map(lens => [lens, valueOf(lens)]),
  ) as Record<LensName, T>;
}
