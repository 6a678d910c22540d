import { Pace } from '@plimsoll/plugin-database';
import {
  type ObjectiveKey,
  type SimulationAnswer,
  simulationRange,
  type SimulationRequest,
  simulationSteps,
} from '@plimsoll/plugin-slo-common';
import { loadExclusions } from '../corrections/loadExclusions';
import type { KnownDefinition } from '../objectives/CatalogObjective';
import type { ObjectiveScope } from '../permissions/ObjectiveScope';
import { findObjective } from '../service/detail/findObjective';
import type { SloContext } from '../service/SloContext';
import { simulationTargets } from './simulationTargets';
import { simulationWindow } from './simulationWindow';

const DAY_SECONDS = 86_400;
const USUAL_DAYS = 30;

/**
 * What targets would have meant for an objective, from what the portal has
 * measured. No source is asked.
 *
 * @throws NotFoundError when there is none, or none that the caller may see
 * @throws InputError when the window cannot be used
 */
export async function simulateLedger(options: {
  context: SloContext;
  scope: ObjectiveScope;
  key: ObjectiveKey;
  request: SimulationRequest;
}): Promise<SimulationAnswer> {
  const { context, scope, key, request } = options;
  const row = await findObjective({ client: context.client, scope, key });
  const definition: KnownDefinition = JSON.parse(row.definition);
  const window = simulationWindow(request, definition.window);
  const to = context.now();
  const from = to - (request.days ?? USUAL_DAYS) * DAY_SECONDS;
  const buckets = await context.ledger.readBuckets({
    objectiveId: row.id,
    ...simulationRange({ window, from, to }),
  });
  const exclusions = await loadExclusions({
    client: context.client,
    objectives: [{ id: row.id, window: definition.window }],
    now: to,
  });
  const source = context.sources.get(row.source);
  const steps = simulationSteps({
    definition: { ...definition, window },
    targets: simulationTargets(request.targets, definition.target),
    buckets,
    from,
    to,
    measuredFrom:
      row.measured_from === null ? undefined : Number(row.measured_from),
    excluded: exclusions.get(row.id)?.excluded,
  });
  return {
    ...(await Pace.create().run(steps)),
    displayName: definition.displayName,
    entityRef: definition.entityRef,
    currentTarget: definition.target,
    basis: { kind: 'ledger', source: row.source, demo: source?.demo ?? false },
  };
}
