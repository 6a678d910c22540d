import { quoteString } from './stringLiteral';

/** How a matcher compares. */
export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** One condition on a label. */
export interface LabelMatcher {
  label: string;
  operator: MatchOperator;
  value: string;
}

const PLAIN_LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** A matcher as PromQL. Its value is quoted by {@link quoteString}. */
export function renderMatcher({
  label,
  operator,
  value,
}: LabelMatcher): string {
  return `${renderLabel(label)}${operator}${quoteString(value)}`;
}

/**
 * A label's name as it stands in matchers and `by` clauses; one that is no
 * identifier is quoted, which Prometheus 3 understands.
 */
export function renderLabel(label: string): string {
  return PLAIN_LABEL.test(label) ? label : quoteString(label);
}
