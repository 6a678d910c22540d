import type {
  ObjectiveDefinition,
  ObjectiveInspection,
} from '@plimsoll/plugin-slo-common';
import { windowSeconds } from '@plimsoll/plugin-slo-common';
import type { Measurement } from '../reading/measure';
import { alive, countOf, numberOf, type Questions } from './Questions';
import type { QuerySelector } from './querySelectors';

const DAY_SECONDS = 86_400;
/** Less says too little of a day. */
const LEAST_SECONDS = 3_600;
/** Points that the window is looked at. */
const POINTS = 60;
/** Longer steps than this would step over whole hours of a young series. */
const MAX_STEP_SECONDS = 43_200;
const MIN_STEP_SECONDS = 60;

type Volume = Pick<ObjectiveInspection, 'firstSampleAt' | 'unitsPerDay'>;

/**
 * When the first sample within the window was, and how many units a day has.
 *
 * @param options.selector - one that finds series, of the query of all units
 */
export async function inspectVolume(options: {
  objective: ObjectiveDefinition;
  measurement: Measurement;
  selector: QuerySelector;
  /** The query of all units answers one series. */
  isOne: boolean;
  questions: Questions;
}): Promise<Volume> {
  const { measurement, isOne } = options;
  const firstSampleAt = await firstSample(options);
  if (measurement.fold) {
    return { firstSampleAt };
  }
  if (measurement.sampleSeconds !== undefined) {
    const unitsPerDay = DAY_SECONDS / measurement.sampleSeconds;
    return { firstSampleAt, unitsPerDay };
  }
  return isOne
    ? { firstSampleAt, unitsPerDay: await lastDay(options, firstSampleAt) }
    : { firstSampleAt };
}

interface FirstSampleOptions {
  objective: ObjectiveDefinition;
  measurement: Measurement;
  selector: QuerySelector;
  questions: Questions;
}

/** Looked for in long steps, and then in short ones where it matters. */
async function firstSample(
  options: FirstSampleOptions,
): Promise<number | undefined> {
  const { objective, questions } = options;
  const window = windowSeconds(objective.window.duration);
  const from = questions.at - window;
  const step = Math.min(
    Math.max(MIN_STEP_SECONDS, Math.ceil(window / POINTS)),
    MAX_STEP_SECONDS,
  );
  const roughly = await firstPoint(options, { from, step });
  // a day's volume is divided by the age of a series that is younger
  if (roughly === undefined || roughly < questions.at - DAY_SECONDS) {
    return roughly;
  }
  const closer = await firstPoint(options, {
    from: Math.max(from, roughly - step),
    step: Math.max(MIN_STEP_SECONDS, Math.ceil(step / POINTS)),
  });
  return closer ?? roughly;
}

async function firstPoint(
  { measurement, selector, questions }: FirstSampleOptions,
  range: { from: number; step: number },
): Promise<number | undefined> {
  const series = await questions.past({
    query: countOf(alive(selector.guarded)),
    path: measurement.paths.total,
    ...range,
  });
  const times = (series ?? []).flatMap(({ points }) =>
    points.map(([time]) => time),
  );
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** Units of the last 24 hours; of a younger series, at its volume so far. */
async function lastDay(
  options: { measurement: Measurement; questions: Questions },
  firstSampleAt: number | undefined,
): Promise<number | undefined> {
  const { measurement, questions } = options;
  const answer = await questions.now({
    query: measurement.total.render({ windowSeconds: DAY_SECONDS }),
    path: measurement.paths.total,
  });
  if (!answer || answer.length !== 1) {
    return undefined;
  }
  const units = numberOf(answer);
  const age = questions.at - (firstSampleAt ?? questions.at);
  if (age < LEAST_SECONDS || !Number.isFinite(units)) {
    return undefined;
  }
  return (units * DAY_SECONDS) / Math.min(age, DAY_SECONDS);
}
