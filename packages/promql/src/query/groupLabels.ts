import type { SyntaxNode } from '@lezer/common';
import { childrenOf, textOf, type ParsedQuery } from './parsePromql';
import { unquoteString } from '../text/stringLiteral';
import { METRIC_LABEL, type Selector } from './Selector';

const SPLITTABLE_AGGREGATIONS = new Set(
  'sum min max avg count group stddev stdvar quantile'.split(' '),
);

/** Functions that work on one series at a time and keep its labels. */
const SERIES_FUNCTIONS = new Set(
  `rate increase irate delta idelta deriv changes resets
   avg_over_time min_over_time max_over_time sum_over_time count_over_time
   quantile_over_time stddev_over_time stdvar_over_time last_over_time
   histogram_quantile clamp clamp_min clamp_max abs ceil floor round
   exp ln log2 log10 sqrt sgn`.split(/\s+/),
);

const PLAIN_NODES = new Set([
  'ParenExpr',
  'UnaryExpr',
  'UnaryOp',
  'FunctionCallBody',
  'MatrixSelector',
  'NumberDurationLiteral',
]);

/**
 * The labels by which a query's answer may be split without changing a number:
 * each selector fixes the label to the same value, and nothing on the way up
 * mixes series of different values or drops the label. Asked for many values
 * at once, with the label added to each aggregation, the query then answers
 * for each value what it would have answered alone.
 */
export function groupLabels(
  query: ParsedQuery,
  selectors: readonly Selector[],
): ReadonlyMap<string, string> {
  const dropped = new Set<string>([METRIC_LABEL, 'le']);
  if (!selectors.length || !isSplittable(query, query.root, dropped)) {
    return new Map();
  }
  const [first, ...others] = selectors.map(fixedLabels);
  return new Map(
    Array.from(first).filter(
      ([label, value]) =>
        !dropped.has(label) && others.every(map => map.get(label) === value),
    ),
  );
}

/** Labels that a selector names once, by equality with a value. */
function fixedLabels({ matchers }: Selector): Map<string, string> {
  return new Map(
    matchers
      .filter(
        ({ label, operator, value }) =>
          operator === '=' &&
          value !== '' &&
          matchers.filter(other => other.label === label).length === 1,
      )
      .map(({ label, value }) => [label, value]),
  );
}

function isSplittable(
  query: ParsedQuery,
  node: SyntaxNode,
  dropped: Set<string>,
): boolean {
  const children = childrenOf(node);
  const every = (nodes: SyntaxNode[]) =>
    nodes.every(child => isSplittable(query, child, dropped));
  switch (node.name) {
    case 'VectorSelector':
    case 'DurationExpr':
      return true;
    case 'FunctionCall':
      return (
        SERIES_FUNCTIONS.has(textOf(query.text, children[0])) &&
        every(children.slice(1))
      );
    case 'AggregateExpr':
      return (
        SPLITTABLE_AGGREGATIONS.has(textOf(query.text, children[0])) &&
        every(children.filter(child => child.name === 'FunctionCallBody')) &&
        noteDropped(query, children, dropped)
      );
    case 'BinaryExpr': {
      const [left, , ...right] = children.filter(
        child => child.name !== 'BoolModifier',
      );
      return right.length === 1 && every([left, ...right]);
    }
    default:
      return PLAIN_NODES.has(node.name) && every(children);
  }
}

/** `without (a)` drops the label a; `by` is extended, so it drops none. */
function noteDropped(
  query: ParsedQuery,
  children: SyntaxNode[],
  dropped: Set<string>,
): boolean {
  const modifier = children.find(child => child.name === 'AggregateModifier');
  if (modifier?.firstChild?.name === 'Without') {
    groupingLabels(query, modifier).forEach(label => dropped.add(label));
  }
  return true;
}

/** Labels of an `AggregateModifier`. */
export function groupingLabels(
  query: ParsedQuery,
  modifier: SyntaxNode,
): string[] {
  return childrenOf(modifier)
    .filter(child => child.name === 'GroupingLabels')
    .flatMap(childrenOf)
    .map(label => {
      const text = textOf(query.text, label);
      return label.name === 'QuotedLabelName' ? unquoteString(text) : text;
    });
}
