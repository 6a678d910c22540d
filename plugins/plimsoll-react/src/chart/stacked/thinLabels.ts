/**
 * Which labels under an axis have room: all, or each second, third, ..., so
 * that none touches the next.
 *
 * @param places - pixels of the labels, ascending
 * @param room - pixels that a label needs
 * @returns indexes into `places`
 * @internal
 */
export function thinLabels(places: readonly number[], room: number): number[] {
  const indexes = places.map((_, index) => index);
  for (let step = 1; step < places.length; step++) {
    const kept = indexes.filter(index => index % step === 0);
    const fits = kept.every(
      (index, i) => i === 0 || places[index] - places[kept[i - 1]] >= room,
    );
    if (fits) {
      return kept;
    }
  }
  return indexes.slice(0, 1);
}
