import { UsageError } from '../UsageError';

/** Values that every selector must have, by label. */
export type Matchers = Readonly<Record<string, string>>;

const MATCHER = /^([a-zA-Z_][a-zA-Z0-9_]*)=([\s\S]+)$/;

/**
 * Reads `label=value`, once for each label.
 *
 * @throws UsageError that says how it is meant
 */
export function readMatchers(texts: readonly string[]): Matchers {
  const matchers = new Map<string, string>();
  for (const text of texts) {
    const [, label, value] = MATCHER.exec(text) ?? [];
    if (label === undefined || label === '__name__') {
      throw new UsageError(
        `--matcher ${text} is no matcher: write label=value, without quotes`,
      );
    }
    if (matchers.has(label)) {
      throw new UsageError(`--matcher names ${label} twice`);
    }
    matchers.set(label, value);
  }
  return Object.fromEntries(matchers);
}
