import type { Fault } from '@plimsoll/plugin-slo-common';
import type { ObjectiveReading } from '@plimsoll/plugin-slo-node';
import { bucketsOf } from './bucketsOf';
import { foldSlices } from './foldSlices';
import { inSteps } from './inSteps';
import type { Measurement } from './measure';
import type { QueryRun } from './QueryRun';
import { evaluationsOf, type ReadSpan } from './scheduleReads';

/** What a run's answers say about one objective. */
export function readingOf(options: {
  measurement: Measurement;
  run: Pick<QueryRun, 'answerOf'>;
  request: ReadSpan;
}): ObjectiveReading {
  const { measurement, run, request } = options;
  const { paths, fold } = measurement;
  const portion = run.answerOf(measurement.portion);
  const total = run.answerOf(measurement.total);
  const faults = [
    faultAt(paths.portion, portion.fault),
    faultAt(paths.total, total.fault),
  ].flat();
  if (faults.length) {
    return { buckets: [], faults: distinct(faults), inconsistent: false };
  }
  const evaluations = evaluationsOf(measurement, request);
  const counted = bucketsOf({ measurement, portion, total, evaluations });
  if (counted.noRatio !== undefined) {
    return {
      buckets: [],
      inconsistent: false,
      faults: faultAt(
        paths.portion,
        `The query answered ${counted.noRatio}, which is no ratio; it must lie between 0 and 1 (divide percent by 100)`,
      ),
    };
  }
  const buckets = fold
    ? foldSlices({ buckets: counted.buckets, fold, from: request.from })
    : counted.buckets;
  return {
    buckets: inSteps({
      buckets,
      step: request.step,
      to: evaluations.at(-1)?.end ?? request.from,
    }),
    faults: [],
    inconsistent: counted.inconsistent,
    nonFinite: counted.nonFinite,
  };
}

function faultAt(path: string, message: string | undefined): Fault[] {
  return message === undefined ? [] : [{ path, message }];
}

function distinct(faults: Fault[]): Fault[] {
  return Array.from(
    new Map(faults.map(fault => [JSON.stringify(fault), fault])).values(),
  );
}
