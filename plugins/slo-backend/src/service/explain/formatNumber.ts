const SIGNIFICANT = 7;

/**
 * A number in a formula: whole numbers as they are, others to seven digits,
 * and ratios near 1 to as many as show three after the nines, so that 99.99 %
 * is never written as 1.
 */
export function formatNumber(value: number): string {
  if (Number.isInteger(value)) {
    return withSign(value.toLocaleString('en-US'));
  }
  const distance = Math.abs(1 - Math.abs(value));
  const nines = distance < 0.1 ? Math.floor(-Math.log10(distance)) : 0;
  return withSign(
    value.toLocaleString('en-US', {
      maximumSignificantDigits: Math.min(15, Math.max(SIGNIFICANT, nines + 3)),
    }),
  );
}

// A true minus, as formulas have it.
function withSign(text: string): string {
  return text.replace(/^-/, '\u2212');
}
