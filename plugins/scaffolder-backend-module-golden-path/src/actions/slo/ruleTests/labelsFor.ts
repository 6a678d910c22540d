import type { LabelMatcher } from '@plimsoll/promql';

/** Values that labels of requests usually have, to try where a pattern is. */
const USUAL = ['200', '500', '503', '404', '400', '201', 'GET', 'POST', 'a'];

/** Labels by name. */
export type Labels = Record<string, string>;

/**
 * Labels that fulfil all matchers: a series that a selector finds.
 *
 * @returns undefined where none is found, for instance for an unusual pattern
 */
export function labelsFor(
  matchers: readonly LabelMatcher[],
): Labels | undefined {
  const labels: Labels = {};
  for (const { label } of matchers) {
    const own = matchers.filter(matcher => matcher.label === label);
    const value = candidates(own).find(candidate =>
      own.every(matcher => fulfils(matcher, candidate)),
    );
    if (value === undefined) {
      return undefined;
    }
    if (value !== '') {
      labels[label] = value;
    }
  }
  return labels;
}

/** The matcher that finds exactly what this one does not. */
export function negated(matcher: LabelMatcher): LabelMatcher {
  const opposite = { '=': '!=', '!=': '=', '=~': '!~', '!~': '=~' } as const;
  return { ...matcher, operator: opposite[matcher.operator] };
}

function candidates(matchers: readonly LabelMatcher[]): string[] {
  const written = matchers.flatMap(({ operator, value }) =>
    operator === '=' ? [value] : [],
  );
  const inPatterns = matchers.flatMap(({ operator, value }) =>
    operator === '=~' ? value.replace(/[()^$\\?]/g, '').split('|') : [],
  );
  return [...written, ...USUAL, ...inPatterns, ''];
}

function fulfils({ operator, value }: LabelMatcher, text: string): boolean {
  switch (operator) {
    case '=':
      return text === value;
    case '!=':
      return text !== value;
    default:
      return matches(value, text) === (operator === '=~');
  }
}

/** As Prometheus does: the whole text. */
function matches(pattern: string, text: string): boolean | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 's').test(text);
  } catch {
    return undefined;
  }
}
