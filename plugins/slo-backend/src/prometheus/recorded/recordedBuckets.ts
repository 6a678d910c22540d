import type { Bucket } from '@plimsoll/plugin-slo-common';
import { BASE_STEP_SECONDS, type Measurement } from '../reading/measure';
import { HALF_SECONDS } from './recordedPoints';
import type { RecordedSpan } from './recordedQueries';
import type { RecordedSnapshot } from './RecordedSnapshot';

/**
 * Units are kept in steps of 1/1024: finer than a rate knows them, and numbers
 * whose last bytes are zero take half the space in the ledger.
 */
const STEPS_OF_UNIT = 1_024;
const TOLERANCE = 1e-6;

interface Units {
  bad: number;
  total: number;
}

/**
 * The buckets of one objective as the recorded series tell them.
 *
 * `silent`: nothing at all is recorded of it. `undefined`: they do not speak
 * for every bucket, or say what should be looked at more closely: numbers that
 * are none, more bad units than units, and where good ones are measured any
 * evaluation with nothing but bad ones, which in rules may also be a series that
 * is missing.
 */
export function recordedBuckets(options: {
  definition: string;
  measurement: Pick<Measurement, 'means' | 'sampleSeconds'>;
  snapshot: Pick<RecordedSnapshot, 'points' | 'rateAt' | 'mayBeAllBad'>;
}): Bucket[] | 'silent' | undefined {
  const { definition, measurement, snapshot } = options;
  const { settled, unsettled, partial } = snapshot.points;
  let isSilent = true;
  const unitsAt = (span: RecordedSpan, time: number): Units | undefined => {
    const [bad, total] = (['bad', 'total'] as const).map(series =>
      snapshot.rateAt({ definition, series, span, time }),
    );
    isSilent &&= bad === undefined && total === undefined;
    return bad === undefined || total === undefined
      ? undefined
      : { bad: bad * BASE_STEP_SECONDS, total: total * BASE_STEP_SECONDS };
  };
  const counted = [
    ...settled.map(end => ({
      start: end - BASE_STEP_SECONDS,
      seconds: BASE_STEP_SECONDS,
      units: unitsAt('settled', end + HALF_SECONDS),
    })),
    ...unsettled.map(end => ({
      start: end - BASE_STEP_SECONDS,
      seconds: BASE_STEP_SECONDS,
      units: unitsAt('newest', end),
    })),
    ...(partial
      ? [
          {
            start: partial.start,
            seconds: partial.end - partial.start,
            units: unfinished({
              before: unitsAt('newest', partial.start),
              now: unitsAt('newest', partial.end),
              seconds: partial.end - partial.start,
            }),
          },
        ]
      : []),
  ];
  if (isSilent) {
    return 'silent';
  }
  if (measurement.means === 'good' && snapshot.mayBeAllBad(definition)) {
    return undefined;
  }
  const buckets = counted.map(({ start, seconds, units }) =>
    units && isPlausible(units, measurement)
      ? bucketOf({ start, seconds, ...units }, measurement)
      : undefined,
  );
  return buckets.every(bucket => bucket !== undefined) ? buckets : undefined;
}

/**
 * The bucket that goes on: the last five minutes less the part of them that
 * lies before it, which is taken to be as the bucket before was on the whole.
 */
function unfinished(options: {
  before: Units | undefined;
  now: Units | undefined;
  seconds: number;
}): Units | undefined {
  const { before, now, seconds } = options;
  const share = (BASE_STEP_SECONDS - seconds) / BASE_STEP_SECONDS;
  if (!before || !now) {
    return undefined;
  }
  const total = Math.max(0, now.total - share * before.total);
  const bad = Math.max(0, now.bad - share * before.bad);
  return { total, bad: Math.min(bad, total) };
}

function isPlausible(
  { bad, total }: Units,
  { means, sampleSeconds }: Pick<Measurement, 'means' | 'sampleSeconds'>,
): boolean {
  const isAllBad = means === 'good' && bad >= total * (1 - TOLERANCE);
  return (
    Number.isFinite(bad) &&
    Number.isFinite(total) &&
    bad >= -TOLERANCE &&
    total >= (sampleSeconds ? TOLERANCE : -TOLERANCE) &&
    bad <= total * (1 + TOLERANCE) + TOLERANCE &&
    !(isAllBad && total > TOLERANCE)
  );
}

function bucketOf(
  counted: { start: number; seconds: number } & Units,
  { sampleSeconds }: Pick<Measurement, 'sampleSeconds'>,
): Bucket {
  const { start, seconds } = counted;
  const total = inSteps(counted.total);
  return {
    start,
    seconds,
    bad: Math.min(inSteps(counted.bad), total),
    total,
    coveredSeconds: sampleSeconds
      ? Math.min(seconds, total * sampleSeconds)
      : seconds,
  };
}

function inSteps(units: number): number {
  return Math.max(0, Math.round(units * STEPS_OF_UNIT) / STEPS_OF_UNIT);
}
