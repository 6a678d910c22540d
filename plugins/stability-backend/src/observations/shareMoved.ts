import type {
  IncidentObservation,
  Observation,
} from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';

const TABLE = 'stability_incident_service';

interface TouchedRow {
  incident_key: string;
  entity_ref: string;
}

/**
 * Adds copies, so that each service that an incident has ever touched knows all
 * of its steps: who had it first would else never hear of its end. Which step
 * came first does not matter: with a service that is new to the incident, the
 * steps that are known already are copied, too.
 */
export async function shareMoved(options: {
  observations: readonly Observation[];
  trx: Knex;
}): Promise<Observation[]> {
  const { observations, trx } = options;
  const steps = observations.filter(isMovable);
  const keys = [...new Set(steps.map(step => step.incidentKey))].sort();
  if (keys.length === 0) {
    return [...observations];
  }
  // whoever writes a step of the same incident waits here, and then sees ours
  await trx<TouchedRow>(TABLE)
    .insert(keys.map(key => ({ incident_key: key, entity_ref: '' })))
    .onConflict(['incident_key', 'entity_ref'])
    .merge();
  await trx<TouchedRow>(TABLE)
    .insert(
      steps.map(({ incidentKey, entityRef }) => ({
        incident_key: incidentKey,
        entity_ref: entityRef,
      })),
    )
    .onConflict(['incident_key', 'entity_ref'])
    .ignore();
  const touched = await readTouched(keys, trx);
  const moved = [...touched.values()].filter(refs => refs.length > 1).flat();
  const known = moved.length > 0 ? await readSteps(moved, trx) : [];
  const copies = [...known, ...steps].flatMap(step => {
    const refs = touched.get(step.incidentKey) ?? [];
    return refs.length > 1
      ? refs.map(entityRef => ({ ...step, entityRef }))
      : [];
  });
  return [...observations, ...copies];
}

function isMovable(
  observation: Observation,
): observation is IncidentObservation {
  return observation.kind === 'incident' && observation.movable === true;
}

async function readTouched(
  keys: readonly string[],
  trx: Knex,
): Promise<Map<string, string[]>> {
  const rows = await trx<TouchedRow>(TABLE)
    .whereIn('incident_key', keys)
    .whereNot('entity_ref', '');
  const touched = new Map<string, string[]>();
  for (const { incident_key: key, entity_ref: ref } of rows) {
    touched.set(key, [...(touched.get(key) ?? []), ref]);
  }
  return touched;
}

async function readSteps(
  entityRefs: readonly string[],
  trx: Knex,
): Promise<IncidentObservation[]> {
  const contents: string[] = await trx('stability_observation')
    .where('kind', 'incident')
    .whereIn('entity_ref', [...new Set(entityRefs)])
    .pluck('content');
  return contents
    .map((content): Observation => JSON.parse(content))
    .filter(isMovable);
}
