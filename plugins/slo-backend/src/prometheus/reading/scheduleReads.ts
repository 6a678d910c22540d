import type { ReadBucketsRequest } from '@plimsoll/plugin-slo-node';
import { evaluationsFor, type Evaluation } from './Evaluation';
import type { Expression } from './Expression';
import { foldFrom } from './foldSlices';
import { readStepFor } from './inSteps';
import { BASE_STEP_SECONDS, type Measurement } from './measure';

/** Stretch of time that is read. */
export type ReadSpan = Pick<ReadBucketsRequest, 'from' | 'to' | 'step'>;

/** Expressions that are asked for at the same times. */
export interface Schedule {
  expressions: Expression[];
  evaluations: Evaluation[];
}

/** When the expressions of a measurement are evaluated for a request. */
export function evaluationsOf(
  measurement: Measurement,
  { from, to, step }: ReadSpan,
): Evaluation[] {
  const { fold, gridSeconds } = measurement;
  return evaluationsFor({
    from: fold ? foldFrom(from, fold.sliceSeconds) : from,
    to,
    step: fold ? BASE_STEP_SECONDS : readStepFor(step),
    gridSeconds,
  });
}

/**
 * Puts expressions that are asked for at the same times together, each once,
 * however many objectives share it.
 */
export function scheduleReads(
  measurements: readonly Measurement[],
  span: ReadSpan,
): Schedule[] {
  const schedules = new Map<
    string,
    { expressions: Map<string, Expression>; evaluations: Evaluation[] }
  >();
  for (const measurement of measurements) {
    const evaluations = evaluationsOf(measurement, span);
    const key = JSON.stringify(evaluations);
    const schedule = schedules.get(key) ?? {
      expressions: new Map(),
      evaluations,
    };
    for (const expression of [measurement.portion, measurement.total]) {
      schedule.expressions.set(expression.key, expression);
    }
    schedules.set(key, schedule);
  }
  return Array.from(schedules.values(), ({ expressions, evaluations }) => ({
    expressions: Array.from(expressions.values()),
    evaluations,
  }));
}
