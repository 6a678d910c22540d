import { InputError } from '@backstage/errors';

/** Whether the labels of an alert match. */
export type LabelMatcher = (
  labels: Readonly<Record<string, string>>,
) => boolean;

const MATCHER =
  /\s*("(?:[^"\\]|\\.)*"|[^\s=!~,{}"]+)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|[^,}\s"]+(?:[ \t]+[^,}\s"]+)*|)\s*(,|$)/y;

/**
 * Reads a matcher of Alertmanager's routes, or several with commas between them,
 * with or without braces.
 *
 * @throws InputError where it is none
 */
export function parseMatchers(text: string): LabelMatcher[] {
  const body = text.trim().replace(/^\{([\s\S]*)\}$/, '$1');
  const matchers: LabelMatcher[] = [];
  MATCHER.lastIndex = 0;
  while (body.slice(MATCHER.lastIndex).trim()) {
    const found = MATCHER.exec(body);
    if (!found) {
      throw new InputError(`'${text}' is no matcher of an Alertmanager route`);
    }
    const [, name, operator, value] = found;
    matchers.push(
      labelMatcher({ name: unquoted(name), operator, value: unquoted(value) }),
    );
  }
  return matchers;
}

/** One comparison; an absent label is the empty text, as in Alertmanager. */
export function labelMatcher(options: {
  name: string;
  operator: string;
  value: string;
}): LabelMatcher {
  const { name, operator, value } = options;
  const isNegative = operator.startsWith('!');
  if (!operator.endsWith('~')) {
    return labels => ((labels[name] ?? '') === value) !== isNegative;
  }
  const pattern = patternOf(value);
  return labels => pattern.test(labels[name] ?? '') !== isNegative;
}

function patternOf(text: string): RegExp {
  // Go writes flags into the pattern
  const [written, flags = ''] = /^\(\?([is]+)\)/.exec(text) ?? [''];
  const pattern = text.slice(written.length);
  try {
    return new RegExp(`^(?:${pattern})$`, flags.includes('i') ? 'is' : 's');
  } catch {
    throw new InputError(
      `'${text}' is a pattern that Alertmanager reads and this portal does not`,
    );
  }
}

function unquoted(text: string): string {
  return text.startsWith('"')
    ? text
        .slice(1, -1)
        .replace(/\\(n|.)/g, (_, one) => (one === 'n' ? '\n' : one))
    : text;
}
