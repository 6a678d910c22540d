import { InputError } from '@backstage/errors';
import {
  BUCKET_SECONDS,
  type Bucket,
  type LedgerRange,
  type ObjectiveDefinition,
  type SimulationBasis,
} from '@plimsoll/plugin-slo-common';
import type { MetricsSource } from '@plimsoll/plugin-slo-node';

/** The newest day comes first, and then weeks. */
const FIRST_SECONDS = 86_400;
const NEXT_SECONDS = 7 * 86_400;
/** After so many queries or milliseconds no further stretch is asked for. */
const MAX_QUERIES = 60;
const MAX_MILLIS = 12_000;

/** What a source said of an objective that nobody measures yet. */
export interface Trial {
  /** Ordered by start, five minutes each. */
  buckets: Bucket[];
  /** Requests that were sent. */
  queries: number;
  cut?: SimulationBasis['cut'];
}

/**
 * Reads an objective that is not measured yet, in buckets of five minutes, the
 * newest stretch first: as far back as asked, as the source has anything, and
 * as its time and a number of requests allow. What was read until then stands.
 *
 * @param options.from - Unix seconds, a multiple of 300
 * @param options.to - Unix seconds, a multiple of 300
 * @throws InputError when the source cannot answer for this objective
 */
export async function readTrial(
  options: {
    source: MetricsSource;
    objective: ObjectiveDefinition;
    signal: AbortSignal;
    /** Milliseconds that never run backwards, from anywhere on. */
    now?: () => number;
  } & LedgerRange,
): Promise<Trial> {
  const { source, objective, signal, from, to } = options;
  const { now = () => performance.now() } = options;
  const startedAt = now();
  const trial: Trial = { buckets: [], queries: 0 };
  let end = to;
  while (end > from) {
    const length = end === to ? FIRST_SECONDS : NEXT_SECONDS;
    const start = Math.max(from, end - length);
    const { readings, queries } = await source.readBuckets({
      objectives: [objective],
      from: start,
      to: end,
      step: BUCKET_SECONDS,
      purpose: 'trial',
      signal,
    });
    signal.throwIfAborted();
    const [{ buckets, faults }] = readings;
    if (faults.length > 0) {
      const [{ path, message }] = faults;
      throw new InputError(
        `The source '${objective.source}' cannot answer for this objective: ${path}: ${message}`,
      );
    }
    const measured = buckets.filter(isMeasured);
    trial.buckets.unshift(...measured);
    trial.queries += queries;
    if (measured.length === 0 && length === NEXT_SECONDS) {
      return trial;
    }
    end = start;
    const cut = cutOf({ trial, millis: now() - startedAt });
    if (cut && end > from) {
      return { ...trial, cut };
    }
  }
  return trial;
}

function isMeasured({ bad, total, coveredSeconds }: Bucket): boolean {
  return coveredSeconds > 0 && Number.isFinite(bad) && Number.isFinite(total);
}

function cutOf(options: { trial: Trial; millis: number }): Trial['cut'] {
  const { trial, millis } = options;
  if (millis >= MAX_MILLIS) {
    return 'time';
  }
  return trial.queries >= MAX_QUERIES ? 'queries' : undefined;
}
