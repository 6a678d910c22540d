import { InputError } from '@backstage/errors';
import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { unquoteString } from '../text/stringLiteral';
import { substituteWindow } from './windowPlaceholder';

const MAX_QUERY_LENGTH = 8_000;
const MAX_NESTING = 200;

/** A query that was read without an error, and its parse tree. */
export interface ParsedQuery {
  /** The query with each window placeholder replaced by a duration. */
  text: string;
  /** The expression, below the tree's root. */
  root: SyntaxNode;
  /** Where in `text` a duration stands for the window placeholder. */
  windowOffsets: ReadonlySet<number>;
}

/**
 * Reads a query as a document states it. The tree may be trusted afterwards:
 * no error node, every string literal closed, no comment.
 *
 * @throws InputError that says where the query cannot be read, and the mend
 */
export function parsePromql(query: string): ParsedQuery {
  if (query.length > MAX_QUERY_LENGTH) {
    throw new InputError(
      `The query has ${query.length} characters; at most ${MAX_QUERY_LENGTH} are read. Record it as a rule and query that`,
    );
  }
  const { text, windowOffsets } = substituteWindow(withoutComments(query));
  const top = parser.parse(text).topNode;
  checkNodes(text, top);
  const root = top.firstChild;
  if (!root) {
    throw new InputError('The query is empty; write a PromQL expression');
  }
  return { text, root, windowOffsets };
}

/** The children of a node, in the order of the text. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    children.push(child);
  }
  return children;
}

/** The text that a node spans. */
export function textOf(text: string, node: SyntaxNode): string {
  return text.slice(node.from, node.to);
}

function withoutComments(query: string): string {
  if (!query.includes('#')) {
    return query.trim();
  }
  let result = '';
  let from = 0;
  parser.parse(query).iterate({
    enter: node => {
      if (node.name === 'LineComment') {
        result += query.slice(from, node.from);
        from = node.to;
      }
    },
  });
  return (result + query.slice(from)).trim();
}

function checkNodes(text: string, top: SyntaxNode) {
  let depth = 0;
  top.cursor().iterate(
    node => {
      depth += 1;
      if (depth > MAX_NESTING) {
        throw new InputError(
          `The query is nested deeper than ${MAX_NESTING} levels; record its inner part as a rule`,
        );
      }
      if (node.type.isError) {
        const near = text.slice(node.from, node.from + 20);
        if (isCapitalUnit(text, node.from)) {
          throw new InputError(
            'The query writes a duration with a capital M, and PromQL has no months; write a small m for minutes, or d for days',
          );
        }
        throw new InputError(
          near
            ? `The query cannot be read near \`${near}\`; it must be one PromQL expression`
            : 'The query ends too early; is a bracket or an operand missing?',
        );
      }
      if (node.name === 'StringLiteral') {
        unquoteString(text.slice(node.from, node.to));
      }
    },
    () => {
      depth -= 1;
    },
  );
}

/** A number, and where its unit is expected a capital M. */
function isCapitalUnit(text: string, at: number): boolean {
  return text[at] === 'M' && text[at - 1] >= '0' && text[at - 1] <= '9';
}
