import {
  BUCKET_SECONDS,
  type ObjectiveDefinition,
} from '@plimsoll/plugin-slo-common';
import type { ObjectiveReading } from '@plimsoll/plugin-slo-node';
import { readFromSource } from '../sources/readFromSource';
import type { RegisteredSource } from '../sources/SourceRegistry';
import type { ClaimedObjective } from './ClaimedObjective';
import { type ReadPlan, readPlan } from './readPlan';

/** What the source said of one objective just now. */
export interface FreshReading {
  plan: ReadPlan;
  reading: ObjectiveReading;
  /** Milliseconds that the request took which it was part of. */
  durationMs: number;
}

/**
 * Reads the newest buckets of objectives. Those that need the same stretch,
 * nearly always all, are asked for in one request.
 *
 * @throws what the source throws when it does not answer
 */
export async function readObjectives(options: {
  source: RegisteredSource;
  objectives: Array<ClaimedObjective & { definition: ObjectiveDefinition }>;
  /** Unix seconds of the evaluation. */
  at: number;
  signal: AbortSignal;
}): Promise<{
  readings: Map<number, FreshReading>;
  durationMs: number;
  queries: number;
}> {
  const { source, objectives, at, signal } = options;
  const groups = new Map<number, typeof objectives>();
  for (const objective of objectives) {
    const { from } = readPlan({ at, readUpTo: objective.readUpTo }).read;
    const group = groups.get(from) ?? [];
    group.push(objective);
    groups.set(from, group);
  }
  const readings = new Map<number, FreshReading>();
  let durationMs = 0;
  let queries = 0;
  for (const [from, group] of groups) {
    const result = await readFromSource({
      registered: source,
      request: {
        from,
        to: at,
        objectives: group.map(({ definition }) => definition),
        step: BUCKET_SECONDS,
        signal,
      },
    });
    durationMs += result.durationMs;
    queries += result.queries;
    group.forEach((objective, index) => {
      readings.set(objective.id, {
        plan: readPlan({ at, readUpTo: objective.readUpTo }),
        reading: result.readings[index],
        durationMs: result.durationMs,
      });
    });
  }
  return { readings, durationMs, queries };
}
