import type { HistoryPoint } from '../api/responses';
import { historyPoints, type HistoryPointsOptions } from './historyPoints';

/**
 * The lines of a history with corrections: each point speaks without what they
 * exclude, and where the budget of all that was measured differs, it stands
 * beside it.
 *
 * @param options.rawExpectedTotal - `expectedTotal` with nothing taken out
 * @public
 */
export function correctedHistoryPoints(
  options: HistoryPointsOptions & { rawExpectedTotal?: number },
): HistoryPoint[] {
  const points = historyPoints(options);
  const { excluded = [], rawExpectedTotal, ...measured } = options;
  if (excluded.length === 0) {
    return points;
  }
  const raw = historyPoints({
    ...measured,
    ...(rawExpectedTotal !== undefined && { expectedTotal: rawExpectedTotal }),
  });
  return points.map((point, index) => {
    const { remaining, projectedRemaining } = raw[index];
    return {
      ...point,
      ...(differs(remaining, point.remaining) && { rawRemaining: remaining }),
      ...(differs(projectedRemaining, point.projectedRemaining) && {
        rawProjectedRemaining: projectedRemaining,
      }),
    };
  });
}

/** Sums of fractions in another order may differ so much and mean the same. */
const ROUNDING = 1e-9;

function differs(raw: number | undefined, corrected: number | undefined) {
  return (
    raw !== undefined &&
    (corrected === undefined || Math.abs(raw - corrected) > ROUNDING)
  );
}
