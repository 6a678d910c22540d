import type { SyntaxNode } from '@lezer/common';
import { childrenOf, textOf } from './parsePromql';

/**
 * Whether an expression grows in proportion to the counters in it, so that
 * counts may take the place of rates: `sum(rate(a)) - sum(rate(b))` is, while
 * `clamp_min(sum(rate(a)), 0.1)` is not.
 */
export function isProportional(
  text: string,
  node: SyntaxNode,
  growths: readonly { node: SyntaxNode }[],
): boolean {
  if (
    growths.some(
      growth => growth.node.from === node.from && growth.node.to === node.to,
    )
  ) {
    return true;
  }
  const children = childrenOf(node);
  const proportional = (child: SyntaxNode) =>
    isProportional(text, child, growths);
  switch (node.name) {
    case 'ParenExpr':
      return children.every(proportional);
    case 'AggregateExpr':
      return (
        ['sum', 'min', 'max', 'avg'].includes(textOf(text, children[0])) &&
        children
          .filter(child => child.name === 'FunctionCallBody')
          .every(body => childrenOf(body).every(proportional))
      );
    case 'FunctionCall':
      return textOf(text, node).replace(/\s/g, '') === 'vector(0)';
    case 'BinaryExpr': {
      const [left, operator, right] = children;
      if (children.length !== 3 || !proportional(left)) {
        return false;
      }
      return ['Mul', 'Div'].includes(operator.name)
        ? right.name === 'NumberDurationLiteral'
        : ['Add', 'Sub', 'Or'].includes(operator.name) && proportional(right);
    }
    default:
      return false;
  }
}
