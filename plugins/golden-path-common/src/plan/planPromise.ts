import type { ServiceParameters } from '../parameters/serviceParameters';
import { formatParts } from './decimals';
import type { PlannedPromise } from './PlannedService';

/** Of 100 %: ratios have five decimals. */
const WHOLE = 100_000;
const MINUTES_IN_30_DAYS = 30 * 24 * 60;

/**
 * What the numbers of the form mean as ratios and as time. Exact: what stands
 * in the form as a decimal stands in every file as that decimal.
 *
 * @public
 */
export function planPromise(
  parameters: Pick<
    ServiceParameters,
    'availability' | 'errorRatePercent' | 'latencyP95Ms' | 'latencyP99Ms'
  >,
): PlannedPromise {
  const { availability, errorRatePercent } = parameters;
  const good = Math.round(availability * 1000);
  const bad = Math.round(errorRatePercent * 1000);
  return {
    availability: {
      percent: availability,
      target: formatParts(good, 5),
      budgetMinutes: (MINUTES_IN_30_DAYS * (WHOLE - good)) / WHOLE,
    },
    errors: {
      percent: errorRatePercent,
      ratio: formatParts(bad, 5),
      target: formatParts(WHOLE - bad, 5),
    },
    latency: {
      p95: latencyOf(parameters.latencyP95Ms),
      p99: latencyOf(parameters.latencyP99Ms),
    },
  };
}

function latencyOf<T extends number>(ms: T): { ms: T; seconds: string } {
  return { ms, seconds: formatParts(ms, 3) };
}
