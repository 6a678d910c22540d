import { InputError } from '@backstage/errors';
import type { SyntaxNode } from '@lezer/common';
import { enforceMatchers } from './enforceMatchers';
import { groupingLabels, groupLabels } from './groupLabels';
import { matchBucketBound } from './matchBucketBound';
import { childrenOf, type ParsedQuery } from './parsePromql';
import type { QueryTemplate, TemplatePart } from './QueryTemplate';
import { readSelector, type Selector } from './Selector';

interface Edit {
  from: number;
  to: number;
  parts: TemplatePart[];
}

/** What a source demands of every query. */
export interface TemplateOptions {
  /** Matchers that each selector must carry, by label. */
  enforcedMatchers: Readonly<Record<string, string>>;
}

/**
 * Takes a parsed query apart in place: what is not replaced stays as the
 * document has it. Selectors are written anew with the enforced matchers.
 */
export class TemplateBuilder {
  readonly #query: ParsedQuery;
  readonly #options: TemplateOptions;
  readonly #edits: Edit[] = [];
  readonly #selectors: Selector[] = [];

  static create(query: ParsedQuery, options: TemplateOptions): TemplateBuilder {
    const builder = new TemplateBuilder(query, options);
    builder.#replaceGroupings(query.root);
    return builder;
  }

  private constructor(query: ParsedQuery, options: TemplateOptions) {
    this.#query = query;
    this.#options = options;
  }

  /** Puts other parts where a node stands. */
  replace(node: SyntaxNode, parts: TemplatePart[]): void {
    this.#edits.push({ from: node.from, to: node.to, parts });
  }

  /** The selector at a node as it will be sent. */
  selectorAt(node: SyntaxNode): Selector {
    const read = readSelector(this.#query.text, node);
    const guarded = enforceMatchers(read, this.#options.enforcedMatchers);
    const selector = {
      ...guarded,
      matchers: guarded.matchers.map(matchBucketBound),
    };
    this.#selectors.push(selector);
    return selector;
  }

  /** The template, or of one part of the query, when `within` is given. */
  build(options: {
    perSecond: boolean;
    proportional: boolean;
    windowed: boolean;
    within?: SyntaxNode;
  }): QueryTemplate {
    const { within = this.#query.root, ...traits } = options;
    return {
      parts: this.#parts(within),
      ...traits,
      groupLabels: groupLabels(
        { ...this.#query, root: within },
        this.#selectors,
      ),
    };
  }

  #parts(within: SyntaxNode): TemplatePart[] {
    const { text } = this.#query;
    const parts: TemplatePart[] = [];
    let from = within.from;
    const edits = this.#edits
      .filter(edit => edit.from >= within.from && edit.to <= within.to)
      .sort((a, b) => a.from - b.from || a.to - b.to);
    for (const edit of edits) {
      if (edit.from < from) {
        throw new InputError('The query could not be taken apart');
      }
      parts.push(text.slice(from, edit.from), ...edit.parts);
      from = edit.to;
    }
    parts.push(text.slice(from, within.to));
    return parts.filter(part => part !== '');
  }

  #replaceGroupings(node: SyntaxNode) {
    const children = childrenOf(node);
    if (node.name === 'AggregateExpr') {
      const [operator] = children;
      const modifier = children.find(
        child => child.name === 'AggregateModifier',
      );
      const grouped = modifier?.firstChild?.name !== 'Without';
      if (grouped) {
        const by = modifier && groupingLabels(this.#query, modifier);
        this.#edits.push({
          from: operator.to,
          to: operator.to,
          parts: [{ kind: 'grouping', by }],
        });
      }
      if (grouped && modifier) {
        this.replace(modifier, []);
      }
    }
    children.forEach(child => this.#replaceGroupings(child));
  }
}
