import { InputError } from '@backstage/errors';
import type { SyntaxNode } from '@lezer/common';
import { parseDuration } from '../text/duration';
import { childrenOf, textOf, type ParsedQuery } from './parsePromql';
import { METRIC_LABEL, readSelector } from './Selector';

const MAX_RANGE_SECONDS = 86_400;

const REFUSED: Record<string, string> = {
  OffsetExpr:
    'An offset reads another time than the one that is judged; remove it',
  StepInvariantExpr:
    'The @ modifier reads another time than the one that is judged; remove it',
  SubqueryExpr:
    'Subqueries are not read, since they cost without bound and cannot see counter resets; take the rate of each series inside the aggregation, or record the inner part as a rule',
  AnchoredExpr:
    'The modifier anchored is not known to every server; remove it, increases are read exactly anyway',
  SmoothedExpr:
    'The modifier smoothed is not known to every server; remove it, increases are read exactly anyway',
  Info: 'info() reads series that no matcher guards; join the labels in a recording rule',
};

/**
 * Refuses what would be wrong or unsafe in any query: other times than the
 * window's, subqueries, ranges over expressions, selectors that do not name
 * their metric, and placeholders in odd places.
 *
 * @throws InputError with the construct and the mend
 */
export function refuseConstructs(query: ParsedQuery): void {
  const windows = new Set(query.windowOffsets);
  const visit = (node: SyntaxNode) => {
    if (node.name in REFUSED) {
      throw new InputError(REFUSED[node.name]);
    }
    if (node.name === 'MatrixSelector') {
      const range = readRange(query, node);
      windows.delete(range.offset);
    }
    if (node.name === 'VectorSelector') {
      checkSelector(query, node);
    }
    childrenOf(node).forEach(visit);
  };
  visit(query.root);
  if (windows.size) {
    throw new InputError(
      '{{.window}} stands outside of a range; write it in square brackets behind a selector: rate(x[{{.window}}])',
    );
  }
}

/** The range of a `MatrixSelector`: the window's placeholder or seconds. */
export function readRange(query: ParsedQuery, node: SyntaxNode) {
  const [operand, duration] = childrenOf(node);
  if (operand.name !== 'VectorSelector') {
    throw new InputError(
      `A range stands behind an expression (\`${textOf(
        query.text,
        operand,
      )}\`), so counter resets cannot be seen; take the rate first and sum then: sum(rate(x[{{.window}}]))`,
    );
  }
  const literal = duration.firstChild;
  if (literal?.name !== 'NumberDurationLiteralInDurationContext') {
    throw new InputError(
      `The range [${textOf(
        query.text,
        duration,
      )}] is computed; write {{.window}} or a plain duration`,
    );
  }
  const isWindow = query.windowOffsets.has(literal.from);
  const seconds = parseDuration(textOf(query.text, literal));
  if (!isWindow && !(seconds > 0 && seconds <= MAX_RANGE_SECONDS)) {
    throw new InputError(
      `The range [${textOf(
        query.text,
        literal,
      )}] is not between 1ms and 1d; write {{.window}} or a shorter range`,
    );
  }
  return {
    selector: operand,
    isWindow,
    seconds,
    offset: literal.from,
    literal,
  };
}

function checkSelector(query: ParsedQuery, node: SyntaxNode) {
  const selector = readSelector(query.text, node);
  const names = selector.matchers.filter(({ label }) => label === METRIC_LABEL);
  if (names.some(({ operator }) => operator !== '=')) {
    throw new InputError(
      `The selector ${textOf(
        query.text,
        node,
      )} matches several metrics by name; name one metric`,
    );
  }
  const named = names.length + (selector.metric === undefined ? 0 : 1);
  if (named !== 1 || selector.metric === '' || names[0]?.value === '') {
    throw new InputError(
      `The selector ${textOf(
        query.text,
        node,
      )} does not name one metric; write the metric's name in front of the braces`,
    );
  }
}
