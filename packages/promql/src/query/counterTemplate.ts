import { InputError } from '@backstage/errors';
import type { SyntaxNode } from '@lezer/common';
import { isProportional } from './isProportional';
import {
  childrenOf,
  parsePromql,
  textOf,
  type ParsedQuery,
} from './parsePromql';
import type { QueryTemplate, TemplatePart } from './QueryTemplate';
import { readRange, refuseConstructs } from './refuseConstructs';
import { TemplateBuilder, type TemplateOptions } from './TemplateBuilder';
import { withoutZeroFallback } from './withoutZeroFallback';

const NO_COUNTS: Record<string, string> = {
  irate:
    'irate looks at two samples alone and misses all others; write increase(x[{{.window}}])',
  histogram_quantile:
    'histogram_quantile answers a value and not a number of events; measure it with a thresholdMetric, or count the requests below a bucket bound (le="...")',
};

/** How a counter's query is read. */
export interface CounterTemplateOptions extends TemplateOptions {
  /** `or vector(0)` at the end says nothing that is not assumed anyway. */
  absentIsZero: boolean;
}

/**
 * A query that counts events of counters. Each `rate` or `increase` over
 * `{{.window}}`, and each bare counter within `sum`, becomes the exact growth;
 * everything around it stays as it is.
 *
 * @throws InputError when the query cannot count events right, with the mend
 */
export function counterTemplate(
  query: string,
  options: CounterTemplateOptions,
): QueryTemplate {
  const parsed = parsePromql(query);
  refuseConstructs(parsed);
  const root = options.absentIsZero ? withoutZeroFallback(parsed) : parsed.root;
  const growths = findGrowths({ ...parsed, root });
  const units = new Set(growths.map(growth => growth.perSecond));
  if (units.size !== 1) {
    throw new InputError(
      units.size
        ? 'The query adds rates to counts; use increase(x[{{.window}}]) everywhere'
        : 'The query reads no counter; write sum(increase(x[{{.window}}])), or set counter to false if these are not counters',
    );
  }
  const proportional = isProportional(parsed.text, root, growths);
  const asRate = growths[0].perSecond && !proportional;
  const builder = TemplateBuilder.create(parsed, options);
  for (const { selector, node } of growths) {
    const part: TemplatePart = {
      kind: 'growth',
      selector: builder.selectorAt(selector),
      perSecond: asRate,
    };
    const isBareRoot =
      node === selector && outsideParentheses(node)?.name === 'PromQL';
    builder.replace(
      node,
      isBareRoot
        ? ['sum', { kind: 'grouping', by: undefined }, '(', part, ')']
        : [part],
    );
  }
  return builder.build({
    perSecond: asRate,
    proportional,
    windowed: false,
    within: root,
  });
}

/** A place in the query that stands for a counter's growth. */
export interface Growth {
  node: SyntaxNode;
  selector: SyntaxNode;
  perSecond: boolean;
}

function findGrowths(query: ParsedQuery): Growth[] {
  const growths: Growth[] = [];
  const visit = (node: SyntaxNode) => {
    if (node.name === 'FunctionCall') {
      const growth = growthOfCall(query, node);
      if (growth) {
        growths.push(growth);
        return;
      }
    }
    if (node.name === 'VectorSelector') {
      checkBareCounter(query, node);
      growths.push({ node, selector: node, perSecond: false });
      return;
    }
    childrenOf(node).forEach(visit);
  };
  visit(query.root);
  return growths;
}

function growthOfCall(query: ParsedQuery, node: SyntaxNode) {
  const [identifier, body] = childrenOf(node);
  const name = textOf(query.text, identifier);
  const range = childrenOf(body).find(arg => arg.name === 'MatrixSelector');
  if (name in NO_COUNTS) {
    throw new InputError(NO_COUNTS[name]);
  }
  if (!range) {
    return undefined;
  }
  const { selector, isWindow, literal } = readRange(query, range);
  if (name !== 'rate' && name !== 'increase') {
    throw new InputError(
      `${name} does not count the events of a counter; write increase(x[{{.window}}]), or set counter to false if these are not counters`,
    );
  }
  if (!isWindow) {
    throw new InputError(
      `${name} has the fixed range [${textOf(
        query.text,
        literal,
      )}], so events would be counted twice or not at all; write [{{.window}}]`,
    );
  }
  return { node, selector, perSecond: name === 'rate' };
}

/** A bare counter is understood as the whole query or directly in `sum`. */
function checkBareCounter(query: ParsedQuery, node: SyntaxNode) {
  const parent = outsideParentheses(node);
  const aggregation =
    parent?.name === 'FunctionCallBody' ? parent.parent : undefined;
  const isSum =
    aggregation?.name === 'AggregateExpr' &&
    textOf(query.text, aggregation.firstChild!) === 'sum';
  if (!isSum && parent?.name !== 'PromQL') {
    throw new InputError(
      `The counter ${textOf(
        query.text,
        node,
      )} is read without its growth; write sum(increase(${textOf(
        query.text,
        node,
      )}[{{.window}}]))`,
    );
  }
}

function outsideParentheses(node: SyntaxNode): SyntaxNode | null {
  let parent = node.parent;
  while (parent?.name === 'ParenExpr') {
    parent = parent.parent;
  }
  return parent;
}
