/** One quantile: this share of the requests takes longer than `seconds`. */
export interface Quantile {
  seconds: number;
  slower: number;
}

/**
 * How long requests take, as a few quantiles with straight lines between them
 * in double logarithmic paper, which is how tails of latency look.
 */
export class LatencyCurve {
  readonly #quantiles: readonly Quantile[];

  /** @param quantiles - at least two, the fastest first */
  static create(quantiles: readonly Quantile[]): LatencyCurve {
    return new LatencyCurve(quantiles);
  }

  private constructor(quantiles: readonly Quantile[]) {
    this.#quantiles = quantiles;
  }

  /** Share of the requests that take longer than `seconds`, 0..1. */
  slowerThan(seconds: number): number {
    const last = this.#quantiles.length - 2;
    const beyond = this.#quantiles.findIndex(
      (_, index) =>
        index === last || seconds <= this.#quantiles[index + 1].seconds,
    );
    const from = this.#quantiles[beyond];
    const to = this.#quantiles[beyond + 1];
    const slope =
      Math.log(to.slower / from.slower) / Math.log(to.seconds / from.seconds);
    return Math.min(1, from.slower * (seconds / from.seconds) ** slope);
  }
}
