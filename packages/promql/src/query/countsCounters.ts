import type { SyntaxNode } from '@lezer/common';
import { childrenOf, parsePromql, textOf } from './parsePromql';

/**
 * Whether a query takes the rate or increase of something over the window, so
 * that it counts counters whatever the document says about them.
 *
 * @throws InputError when the query cannot be read
 */
export function countsCounters(query: string): boolean {
  const { text, root, windowOffsets } = parsePromql(query);
  const counts = (node: SyntaxNode): boolean => {
    const children = childrenOf(node);
    const isGrowth =
      node.name === 'FunctionCall' &&
      ['rate', 'increase'].includes(textOf(text, children[0])) &&
      Array.from(windowOffsets).some(
        offset => node.from < offset && offset < node.to,
      );
    return isGrowth || children.some(counts);
  };
  return counts(root);
}
