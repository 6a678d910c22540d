import type { MappingRule } from '@plimsoll/plugin-stability-common';
import type { IdentityQuestion } from './IdentityResolver';

/**
 * Whether a mapping rule speaks about what a sender said: the source fits, and
 * each of its conditions fits one of the hints. `*` in a pattern stands for any
 * text; upper and lower case are the same. A rule without a condition fits
 * nothing, since it would swallow a whole source.
 */
export function matchesMappingRule(
  rule: Pick<MappingRule, 'source' | 'when'>,
  question: IdentityQuestion,
): boolean {
  const { source, when } = rule;
  if (
    when.length === 0 ||
    (source !== undefined && source !== question.source)
  ) {
    return false;
  }
  return when.every(({ type, pattern }) =>
    question.hints.some(
      hint => hint.type === type && fits(pattern, hint.value),
    ),
  );
}

/** Walks the pieces between the stars; a pattern from a person is no regex. */
function fits(pattern: string, value: string): boolean {
  const text = value.toLocaleLowerCase('en-US');
  const pieces = pattern.toLocaleLowerCase('en-US').split('*');
  const [first] = pieces;
  const last = pieces[pieces.length - 1];
  if (pieces.length === 1) {
    return text === first;
  }
  if (
    text.length < first.length + last.length ||
    !text.startsWith(first) ||
    !text.endsWith(last)
  ) {
    return false;
  }
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) {
      return false;
    }
    at = found + piece.length;
  }
  return true;
}
