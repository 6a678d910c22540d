import type { SyntaxNode } from '@lezer/common';
import { childrenOf, textOf, type ParsedQuery } from './parsePromql';

/**
 * The expression without a closing `or vector(0)`. Absent bad events count as
 * none anyway, and without the fallback the query can be asked for many
 * services at once.
 */
export function withoutZeroFallback(query: ParsedQuery): SyntaxNode {
  const children = childrenOf(query.root);
  const last = children.at(-1);
  const isFallback =
    query.root.name === 'BinaryExpr' &&
    children[1].name === 'Or' &&
    last?.name === 'FunctionCall' &&
    textOf(query.text, last).replace(/\s/g, '') === 'vector(0)';
  return isFallback ? children[0] : query.root;
}
