/** How many calendar months lie between two days, without a sign. */
export function monthsBetween(one: string, other: string): number {
  const [a, b] = [one, other].map(day => {
    const [year, month] = day.split('-').map(Number);
    return 12 * year + month;
  });
  return Math.abs(b - a);
}
