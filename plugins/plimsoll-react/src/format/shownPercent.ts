/**
 * The number that a reader sees for a ratio in percent. `Intl` rounds the
 * decimal digits of a number, `toFixed` its binary value; at ties, as with
 * 99.995, they differ, so what is shown is read back from `Intl`.
 *
 * @internal
 */
export function shownPercent(ratio: number, decimals: number): number {
  const text = new Intl.NumberFormat('en', {
    style: 'percent',
    maximumFractionDigits: decimals,
    useGrouping: false,
  }).format(ratio);
  return Number(text.replace('%', ''));
}
