/**
 * What counts as one unit of the budget, in OpenSLO's words.
 *
 * - `occurrences`: every event (or sample) counts.
 * - `timeslices`: a slice of time is good when its ratio reaches `sliceTarget`
 *   (or its value passes the threshold).
 * - `ratio-timeslices`: the mean of the slices' ratios.
 *
 * `sliceSeconds` is at least 60 and either divides 300 or is a multiple of it.
 *
 * @public
 */
export type Budgeting =
  | { method: 'occurrences' }
  | { method: 'timeslices'; sliceSeconds: number; sliceTarget: number }
  | { method: 'ratio-timeslices'; sliceSeconds: number };

/**
 * Length of a slice; `undefined` where events are counted, and where a faulty
 * document does not say.
 *
 * @public
 */
export function sliceSecondsOf(
  budgeting: Budgeting | undefined,
): number | undefined {
  return !budgeting || budgeting.method === 'occurrences'
    ? undefined
    : budgeting.sliceSeconds;
}
