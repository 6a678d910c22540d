import type { Observation } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';

/** What was taken to be about services that it is not about. */
export interface Withdrawn {
  /** Of the observation. */
  id: string;
  entityRefs: string[];
  /** Of an incident that its sender moves: then all of its steps go. */
  incidentKey?: string;
}

/**
 * Takes observations back from services that they turned out not to be about,
 * before they are written for the right ones.
 *
 * @returns services whose history this changes
 */
export async function withdraw(options: {
  withdrawn: readonly Withdrawn[];
  trx: Knex;
}): Promise<string[]> {
  const { withdrawn, trx } = options;
  const changed: string[] = [];
  for (const { id, entityRefs, incidentKey } of withdrawn) {
    for (const entityRef of entityRefs) {
      const ids =
        incidentKey === undefined
          ? [id]
          : [id, ...(await stepsOf({ incidentKey, entityRef, trx }))];
      const deleted = await trx('stability_observation')
        .where('entity_ref', entityRef)
        .whereIn('id', ids)
        .delete();
      if (deleted > 0) {
        changed.push(entityRef);
      }
      if (incidentKey !== undefined) {
        await trx('stability_incident_service')
          .where({ incident_key: incidentKey, entity_ref: entityRef })
          .delete();
      }
    }
  }
  return changed;
}

/** Ids of the steps of one incident that one service knows. */
async function stepsOf(options: {
  incidentKey: string;
  entityRef: string;
  trx: Knex;
}): Promise<string[]> {
  const { incidentKey, entityRef, trx } = options;
  const contents: string[] = await trx('stability_observation')
    .where({ kind: 'incident', entity_ref: entityRef })
    .pluck('content');
  return contents
    .map((content): Observation => JSON.parse(content))
    .filter(
      step => step.kind === 'incident' && step.incidentKey === incidentKey,
    )
    .map(step => step.id);
}
