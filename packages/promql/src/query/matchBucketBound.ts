import { anyOfPattern, literalPattern } from '../text/anyOfPattern';
import type { LabelMatcher } from '../text/matcher';

const WHOLE_NUMBER = /^([0-9]{1,15})(\.0)?$/;

/**
 * Lets a matcher on a histogram bucket's bound find the series on every
 * server: Prometheus 2 keeps `le="1"` as it was exposed, Prometheus 3 writes
 * `le="1.0"`, and bounds from a million on appear as `1e+06`. Only an equality
 * with a whole number is affected.
 */
export function matchBucketBound(matcher: LabelMatcher): LabelMatcher {
  const { label, operator, value } = matcher;
  const whole = WHOLE_NUMBER.exec(value)?.[1];
  if (label !== 'le' || operator !== '=' || whole === undefined) {
    return matcher;
  }
  const plain = `${literalPattern(whole)}(\\.0)?`;
  const scientific = scientificForm(Number(whole));
  return {
    label,
    operator: '=~',
    value: scientific ? `${plain}|${anyOfPattern([scientific])}` : plain,
  };
}

/** As Go prints a float in its shortest form, from a million on. */
function scientificForm(value: number): string | undefined {
  if (value < 1_000_000) {
    return undefined;
  }
  const [mantissa, exponent] = value.toExponential().split('e+');
  return `${mantissa}e+${exponent.padStart(2, '0')}`;
}
