import type { DemoQuery, LabelMatcher } from './DemoQuery';

const CALL = /^([a-z_]+)\s*\(\s*/;
const SELECTOR =
  /^([a-zA-Z_:][\w:]*)\s*\{([^{}]*)\}\s*(\[\s*(?:\{\{\s*\.window\s*\}\}|\d+[smhdwy])\s*\])?\s*/;
const MATCHER =
  /^\s*([a-zA-Z_]\w*)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"\s*(,|$)/;

/**
 * Reads the small part of PromQL that the demo world speaks: one selector with
 * matchers, a range or none, inside functions of one argument.
 *
 * @returns `undefined` for everything else
 */
export function parseDemoQuery(text: string): DemoQuery | undefined {
  const functions: string[] = [];
  let rest = text.trim();
  for (let call = CALL.exec(rest); call; call = CALL.exec(rest)) {
    functions.push(call[1]);
    rest = rest.slice(call[0].length);
  }
  const selector = SELECTOR.exec(rest);
  if (!selector) {
    return undefined;
  }
  const closing = rest.slice(selector[0].length).replace(/\s/g, '');
  const matchers = parseMatchers(selector[2]);
  if (closing !== ')'.repeat(functions.length) || !matchers) {
    return undefined;
  }
  const ranged = selector[3] !== undefined;
  return { metric: selector[1], matchers, functions, ranged };
}

function parseMatchers(text: string): LabelMatcher[] | undefined {
  const matchers: LabelMatcher[] = [];
  let rest = text;
  while (rest.trim() !== '') {
    const matcher = MATCHER.exec(rest);
    if (!matcher) {
      return undefined;
    }
    matchers.push({
      label: matcher[1],
      operator: matcher[2] as LabelMatcher['operator'],
      value: matcher[3].replace(/\\(.)/g, '$1'),
    });
    rest = rest.slice(matcher[0].length);
  }
  return matchers;
}
