import { readPage } from '@plimsoll/plugin-database';
import type {
  ListCorrectionsRequest,
  ObjectiveKey,
  Page,
  SloCorrection,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import {
  applyObjectiveScope,
  type ObjectiveScope,
} from '../permissions/ObjectiveScope';
import { type CorrectionRow, toCorrection } from './CorrectionRow';

const DEFAULT_LIMIT = 25;
const NEWEST_FIRST = [
  { sql: 'c.id', direction: 'desc', type: 'integer' },
] as const;

/**
 * A page of corrections of services that the caller may see, newest first.
 *
 * @param options.entityRef - of the service, lower case
 * @param options.objective - only what concerns this objective of it
 * @throws InputError when the cursor belongs to another list
 */
export async function listCorrections(options: {
  client: Knex;
  scope: ObjectiveScope;
  entityRef?: string;
  objective?: ObjectiveKey;
  /** Of that objective, if it counts slices. */
  sliceSeconds?: number;
  request: Pick<ListCorrectionsRequest, 'limit' | 'cursor'>;
}): Promise<Page<SloCorrection>> {
  const { client, scope, entityRef, objective, sliceSeconds, request } =
    options;
  const { limit = DEFAULT_LIMIT, cursor } = request;
  const rows = client('slo_correction as c');
  applyObjectiveScope(rows, { scope, column: 'c.entity_ref' });
  if (entityRef !== undefined) {
    rows.where('c.entity_ref', entityRef);
  }
  if (objective) {
    rows.andWhere(either =>
      either.whereNull('c.ref').orWhere({
        'c.ref': objective.ref.toLocaleLowerCase('en-US'),
        'c.objective': objective.objective,
      }),
    );
  }
  const page = await readPage<CorrectionRow>({
    client,
    rows,
    list: 'corrections',
    terms: NEWEST_FIRST,
    limit,
    cursor,
    select: query =>
      query.join('slo_correction as c', 'c.id', 'page.place_0').select('c.*'),
  });
  return {
    ...page,
    items: page.items.map(row => toCorrection(row, sliceSeconds)),
  };
}
