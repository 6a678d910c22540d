const SPECIAL_IN_REGEX = /[\\^$.*+?()[\]{}|]/g;

/**
 * A regular expression (RE2, as PromQL's `=~` has it) that matches this text
 * and nothing else.
 */
export function literalPattern(value: string): string {
  return value.replace(SPECIAL_IN_REGEX, '\\$&');
}

/**
 * A regular expression that matches one of these texts and nothing else. It is
 * a plain alternation, since servers turn those into a look-up.
 */
export function anyOfPattern(values: readonly string[]): string {
  return values.map(literalPattern).join('|');
}
