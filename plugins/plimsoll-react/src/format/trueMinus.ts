/**
 * Replaces the hyphen that `Intl` puts before negative numbers by the minus
 * sign that stands at the height of the digits.
 *
 * @public
 */
export function trueMinus(text: string): string {
  return text.replace(/-/g, '\u2212');
}
