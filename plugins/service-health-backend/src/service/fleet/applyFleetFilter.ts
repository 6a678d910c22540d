import { checkRefs } from '@plimsoll/plugin-database';
import type { ListFleetRequest } from '@plimsoll/plugin-service-health-common';
import { applyServiceCriteria } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { LensColumns } from './LensColumns';

/** Which services a list is about. */
export type FleetFilter = Pick<
  ListFleetRequest,
  'owner' | 'system' | 'lifecycle' | 'tier' | 'state' | 'q'
>;

/**
 * Narrows `service_summary as s` to what is asked for.
 *
 * @throws InputError when an owner or a system is no full ref
 */
export function applyFleetFilter(
  rows: Knex.QueryBuilder,
  options: { filter: FleetFilter; columns: LensColumns },
): void {
  const { filter, columns } = options;
  const { owner, system, lifecycle, tier, state, q = '' } = filter;
  checkRefs({ owner, system });
  const column = 's.entity_ref';
  if (owner !== undefined) {
    applyServiceCriteria(rows, { criteria: { ownedByAnyOf: [owner] }, column });
  }
  if (system !== undefined) {
    applyServiceCriteria(rows, { criteria: { inSystems: [system] }, column });
  }
  if (lifecycle !== undefined) {
    rows.where('s.lifecycle', lifecycle);
  }
  if (tier !== undefined) {
    rows.where('s.tier', tier);
  }
  const states = state === undefined ? [] : [state].flat();
  if (states.length > 0) {
    const shown = columns.sql('reliability', 'slo_state', 'text');
    rows.whereRaw(`${shown} in (${states.map(() => '?').join(', ')})`, states);
  }
  const words = q.toLocaleLowerCase('en-US').split(/\s+/);
  for (const word of words.filter(text => text !== '')) {
    rows.whereRaw(`s.search_text like ? escape '\\'`, [
      `%${word.replace(/[\\%_]/g, '\\$&')}%`,
    ]);
  }
}
