import { NotFoundError } from '@backstage/errors';
import type { ObjectiveKey } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import { selectStatus, type StatusRow } from '../status/StatusRow';
import { visibleObjectives } from '../visibleObjectives';

/** All that is stored of one objective. Times are Unix seconds. */
export type DetailRow = StatusRow &
  Pick<ObjectiveRow, 'document' | 'location'> & {
    measured_from: number | string | null;
    measured_up_to: number | string | null;
  };

/**
 * Finds one objective that the caller may see.
 *
 * @throws NotFoundError when it does not exist, and in the same words when the
 * caller may not see it
 */
export async function findObjective(options: {
  client: Knex;
  scope: ObjectiveScope;
  key: ObjectiveKey;
}): Promise<DetailRow> {
  const { client, scope, key } = options;
  const row: DetailRow | undefined = await selectStatus(
    visibleObjectives({ client, scope }),
  )
    .select('o.document', 'o.location', 'o.measured_from', 'o.measured_up_to')
    .where({
      'o.ref': key.ref.toLocaleLowerCase('en-US'),
      'o.objective': key.objective,
    })
    .first();
  if (!row) {
    throw new NotFoundError(
      `There is no objective '${key.objective}' in ${key.ref}, or you may not see it`,
    );
  }
  return row;
}
