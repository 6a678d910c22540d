/** Pixels that a line of 12 px text takes. */
const LINE = 15;

/**
 * Moves labels at the end of an axis apart, so that none lies on another.
 * Their order stays; the result is in the order of the input.
 *
 * @param places - wanted places in pixels
 * @internal
 */
export function spreadLabels(places: readonly number[]): number[] {
  const order = places
    .map((place, index) => ({ place, index }))
    .sort((a, b) => a.place - b.place);
  for (let i = 1; i < order.length; i++) {
    order[i].place = Math.max(order[i].place, order[i - 1].place + LINE);
  }
  const result = [...places];
  for (const { place, index } of order) {
    result[index] = place;
  }
  return result;
}
