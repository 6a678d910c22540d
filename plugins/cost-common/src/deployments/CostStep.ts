/** What is known to have changed, from the day after its own. */
export interface CostStep {
  /**
   * Number of the day on which it went live; between two days for what began
   * with a day.
   */
  day: number;
  /** Difference of logarithms. */
  change: number;
}

/** What steps before a day have added to it. */
export function sumBefore(day: number, steps: readonly CostStep[]): number {
  return steps.reduce(
    (sum, step) => (step.day < day ? sum + step.change : sum),
    0,
  );
}
