/**
 * The number that a sample's text stands for. Prometheus writes `NaN`, `+Inf`
 * and `-Inf`, of which JavaScript reads only the first.
 */
export function parseSampleValue(text: string): number {
  switch (text) {
    case '+Inf':
    case 'Inf':
      return Infinity;
    case '-Inf':
      return -Infinity;
    default:
      return text.trim() === '' ? NaN : Number(text);
  }
}
