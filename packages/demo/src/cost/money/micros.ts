/**
 * A sum of US dollars in millionths, always whole: what a bill can be made of
 * without a rounding error.
 */
export type Micros = number;

const { floor, round } = Math;

/** @param dollars - with up to six places after the point */
export function usd(dollars: number): Micros {
  return round(dollars * 1_000_000);
}

/** A share of a sum, rounded to a millionth. */
export function part(of: Micros, share: number): Micros {
  return round(of * share);
}

/**
 * Cuts a sum into equal parts; what does not divide goes, a millionth each, to
 * the first ones. Their sum is the sum.
 *
 * @param index - which of the parts, 0 the first
 */
export function equalPart(of: Micros, parts: number, index: number): Micros {
  const each = floor(of / parts);
  return each + (index < of - each * parts ? 1 : 0);
}

/** `12.345678`, `-0.5`, `0`, as FOCUS writes decimals. */
export function decimalText(amount: Micros): string {
  const sign = amount < 0 ? '-' : '';
  const digits = String(Math.abs(amount)).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -6)}${fraction && `.${fraction}`}`;
}
