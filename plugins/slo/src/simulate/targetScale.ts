/** Targets that the slider stands on, in percent: nine in each tenfold. */
export const SLIDER_TARGETS: readonly number[] = [1, 0.1, 0.01, 0.001]
  .flatMap(step =>
    Array.from({ length: 9 }, (_, index) => 100 - step * (10 - index)),
  )
  .concat(99.999)
  .map(percent => Math.round(percent * 1_000) / 1_000);

/** Targets that people mostly speak of, in percent. */
export const USUAL_TARGETS = ['99', '99.5', '99.9', '99.95', '99.99'] as const;

/** Where the slider stands for a target: the nearest by what may fail. */
export function sliderIndex(percent: number): number {
  const distance = (other: number) =>
    Math.abs(Math.log(100 - other) - Math.log(100 - percent));
  return SLIDER_TARGETS.reduce(
    (best, other, index) =>
      distance(other) < distance(SLIDER_TARGETS[best]) ? index : best,
    0,
  );
}

/**
 * A target as a ratio of what somebody typed in percent; absent where it is
 * none. Without the residue of binary fractions: 99.95 gives 0.9995.
 */
export function targetOf(percent: string): number | undefined {
  const value = Number(percent);
  return percent.trim() !== '' && value >= 0 && value < 100
    ? Math.round(value * 1e10) / 1e12
    : undefined;
}

/** The same the other way round: 0.9995 gives `99.95`. */
export function percentOf(target: number): string {
  return String(Math.round(target * 1e12) / 1e10);
}
