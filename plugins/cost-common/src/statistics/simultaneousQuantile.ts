/** Share of all that is tried that may be false at once. */
const ERROR = 0.05;

/** Beyond these, the distribution is that of so many. */
const MOST_DEGREES = 200;

/** Halvings of an interval of 1e6: to about 1e-9. */
const HALVINGS = 50;

const known = new Map<string, number>();

/**
 * What half a two-sided 95 % interval is in standard errors where several are
 * given and all of them are to hold at once: the quantile of Student's t at
 * `1 - (1 - 0.95^(1/tried)) / 2` (Sidak).
 *
 * @param options - `degrees` of freedom, and how many intervals are given
 */
export function simultaneousQuantile(options: {
  degrees: number;
  tried: number;
}): number {
  const degrees = Math.min(MOST_DEGREES, Math.floor(options.degrees));
  const tried = Math.max(1, options.tried);
  if (degrees < 1) {
    return Infinity;
  }
  const key = `${degrees} ${tried}`;
  const quantile = known.get(key) ?? solve(degrees, (1 - ERROR) ** (1 / tried));
  known.set(key, quantile);
  return quantile;
}

/** Where Student's t is within both sides with a probability. */
function solve(degrees: number, probability: number): number {
  let low = 0;
  let high = 1e6;
  for (let round = 0; round < HALVINGS; round++) {
    const middle = (low + high) / 2;
    if (within(middle, degrees) < probability) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
}

/**
 * Probability that Student's t lies between -t and t, for a whole number of
 * degrees of freedom (Abramowitz and Stegun 26.7.3 and 26.7.4).
 */
function within(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let power = isOdd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= (cosine ** 2 * (power - 1)) / power;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}
