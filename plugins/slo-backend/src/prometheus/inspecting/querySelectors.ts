import {
  childrenOf,
  enforceMatchers,
  parsePromql,
  readSelector,
  textOf,
  type Selector,
} from '@plimsoll/promql';

/** More would cost more questions than an answer is worth. */
const MAX_SELECTORS = 5;

/** One selector of a query. */
export interface QuerySelector {
  /** As the document writes it. */
  text: string;
  /** The same with the matchers that the source enforces. */
  guarded: Selector;
  /** Only the metric and what the source enforces. */
  bare: Selector;
  /** Matchers of the document that the source does not enforce. */
  own: Selector['matchers'];
}

/**
 * The selectors of a query, each once, under the same guard as in
 * measurements: what the source enforces stands in every question.
 *
 * @throws InputError when the query cannot be read, or asks for what the source
 * does not allow
 */
export function querySelectors(
  query: string,
  enforced: Readonly<Record<string, string>>,
): QuerySelector[] {
  const { text, root } = parsePromql(query);
  const found = new Map<string, QuerySelector>();
  const visit = (node: typeof root) => {
    if (node.name === 'VectorSelector') {
      const selector = textOf(text, node);
      const { metric, matchers } = withPlainName(readSelector(text, node));
      found.set(selector, {
        text: selector,
        guarded: enforceMatchers({ metric, matchers }, enforced),
        bare: enforceMatchers({ metric, matchers: [] }, enforced),
        own: matchers.filter(({ label }) => !Object.hasOwn(enforced, label)),
      });
      return;
    }
    childrenOf(node).forEach(visit);
  };
  visit(root);
  return [...found.values()].slice(0, MAX_SELECTORS);
}

/** `{__name__="up"}` is another way to write `up`. */
function withPlainName(selector: Selector): Selector {
  const named = selector.matchers.find(({ label }) => label === '__name__');
  return named
    ? {
        metric: named.value,
        matchers: selector.matchers.filter(matcher => matcher !== named),
      }
    : selector;
}
