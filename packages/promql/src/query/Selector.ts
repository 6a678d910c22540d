import { InputError } from '@backstage/errors';
import type { SyntaxNode } from '@lezer/common';
import {
  renderMatcher,
  type LabelMatcher,
  type MatchOperator,
} from '../text/matcher';
import { quoteString, unquoteString } from '../text/stringLiteral';
import { childrenOf, textOf } from './parsePromql';

/** A vector selector, read into its parts. */
export interface Selector {
  /** The metric's name; absent where only matchers were written. */
  metric?: string;
  matchers: LabelMatcher[];
}

/** Label that holds the metric's name. */
export const METRIC_LABEL = '__name__';

const PLAIN_METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/**
 * Reads a `VectorSelector` of a parse tree without errors.
 *
 * @throws InputError when it names two metrics
 */
export function readSelector(text: string, node: SyntaxNode): Selector {
  const selector: Selector = { matchers: [] };
  for (const child of childrenOf(node)) {
    if (child.name === 'Identifier') {
      selector.metric = textOf(text, child);
    } else {
      for (const matcher of childrenOf(child)) {
        readMatcher(text, matcher, selector);
      }
    }
  }
  return selector;
}

/**
 * A selector as PromQL. Values are quoted by {@link quoteString}; names that
 * are no identifiers are quoted too, which Prometheus 3 understands.
 */
export function renderSelector(selector: Selector): string {
  const { metric } = selector;
  const matchers = selector.matchers.map(renderMatcher);
  if (metric !== undefined && PLAIN_METRIC.test(metric)) {
    return matchers.length ? `${metric}{${matchers.join(',')}}` : metric;
  }
  const name = metric === undefined ? [] : [quoteString(metric)];
  return `{${[...name, ...matchers].join(',')}}`;
}

function readMatcher(text: string, node: SyntaxNode, selector: Selector) {
  if (node.name === 'QuotedLabelName') {
    if (selector.metric !== undefined) {
      throw new InputError(
        `The selector names the metric twice: ${selector.metric} and ${textOf(
          text,
          node,
        )}`,
      );
    }
    selector.metric = unquoteString(textOf(text, node));
    return;
  }
  const [name, operator, value] = childrenOf(node).map(child =>
    textOf(text, child),
  );
  selector.matchers.push({
    label: node.name === 'QuotedLabelMatcher' ? unquoteString(name) : name,
    operator: operator as MatchOperator,
    value: unquoteString(value),
  });
}
