import { Pace } from '@plimsoll/plugin-database';
import {
  type SimulationAnswer,
  simulationRange,
  simulationSteps,
  type TimeWindow,
} from '@plimsoll/plugin-slo-common';
import { loadExclusions } from '../corrections/loadExclusions';
import type { KnownDefinition } from '../objectives/CatalogObjective';
import type { DetailRow } from '../service/detail/findObjective';
import type { SloContext } from '../service/SloContext';
import { stepsUntil } from './stepsUntil';

const DAY_SECONDS = 86_400;
const USUAL_DAYS = 30;

/**
 * What targets would have meant for an objective, from what the portal has
 * measured. No source is asked.
 *
 * @param options.definition - the row's, read
 * @param options.window - that is tried
 * @param options.days - of the span, 30 by default
 * @param options.signal - ends the work
 */
export async function simulateLedger(options: {
  context: SloContext;
  row: DetailRow;
  definition: KnownDefinition;
  targets: readonly number[];
  window: TimeWindow;
  days?: number;
  signal: AbortSignal;
}): Promise<SimulationAnswer> {
  const { context, row, definition, targets, window, signal } = options;
  const to = context.now();
  const from = to - (options.days ?? USUAL_DAYS) * DAY_SECONDS;
  const buckets = await context.ledger.readBuckets({
    objectiveId: row.id,
    ...simulationRange({ window, from, to }),
  });
  signal.throwIfAborted();
  const exclusions = await loadExclusions({
    client: context.client,
    objectives: [{ id: row.id, definition }],
    now: to,
  });
  const source = context.sources.get(row.source);
  const steps = simulationSteps({
    definition: { ...definition, window },
    targets,
    buckets,
    from,
    to,
    measuredFrom:
      row.measured_from === null ? undefined : Number(row.measured_from),
    excluded: exclusions.get(row.id)?.excluded,
  });
  return {
    ...(await Pace.create().run(stepsUntil(steps, signal))),
    displayName: definition.displayName,
    entityRef: definition.entityRef,
    currentTarget: definition.target,
    basis: { kind: 'ledger', source: row.source, demo: source?.demo ?? false },
  };
}
