/**
 * A line of the axis of nines: 90%, 99%, 99.9%, with no digit too many.
 *
 * @internal
 */
export function formatTick(ratio: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 4,
  }).format(ratio);
}
