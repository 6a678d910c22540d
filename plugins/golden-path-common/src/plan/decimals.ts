/** Whether a number has at most so many decimals. */
export function hasDecimals(value: number, decimals: number): boolean {
  return Number(value.toFixed(decimals)) === value;
}

/**
 * A whole number of parts as an exact decimal, with no zeros at its end.
 *
 * @param parts - 999
 * @param decimals - 3: thousandths
 * @returns '0.999'
 */
export function formatParts(parts: number, decimals: number): string {
  const digits = String(parts).padStart(decimals + 1, '0');
  const whole = digits.slice(0, -decimals);
  const rest = digits.slice(-decimals).replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}
