import { anyOfPattern } from '../text/anyOfPattern';
import { openDuration } from '../text/duration';
import { renderLabel } from '../text/matcher';
import {
  anchoredIncrease,
  carefulIncrease,
  exactIncrease,
  resetCount,
  type GrowthOptions,
} from './exactIncrease';
import { renderSelector, type Selector } from './Selector';

/** A stretch of a query: text that stays, or a place that is filled. */
export type TemplatePart =
  | string
  /** A selector that is read as it is. */
  | { kind: 'selector'; selector: Selector }
  /** How much a counter grew in the window, or grew per second. */
  | { kind: 'growth'; selector: Selector; perSecond: boolean }
  /** The range of the window placeholder. */
  | { kind: 'window' }
  /** The grouping of an aggregation; `undefined` where none was written. */
  | { kind: 'grouping'; by: string[] | undefined };

/** Several objectives asked for at once: their values of one label. */
export interface Group {
  label: string;
  values: readonly string[];
}

/** What a template is filled with. */
export interface RenderOptions extends GrowthOptions {
  /** Count right also where a counter was reset. */
  careful?: boolean;
  group?: Group;
}

/** A query of a document, checked and taken apart. */
export interface QueryTemplate {
  parts: TemplatePart[];
  /** The whole answers a rate, so that it must be multiplied by the window. */
  perSecond: boolean;
  /** The whole grows as its counters do, so that rates may stand for counts. */
  proportional: boolean;
  /** The window placeholder is used, other than in a counter's growth. */
  windowed: boolean;
  /**
   * Labels that every selector fixes to one value, and that the result may be
   * split by without changing its numbers. Empty where grouping is not safe.
   */
  groupLabels: ReadonlyMap<string, string>;
}

/** The query for one window: one series, or one for each value of the group. */
export function renderTemplate(
  template: QueryTemplate,
  options: RenderOptions,
): string {
  const text = template.parts.map(part => renderPart(part, options)).join('');
  return template.perSecond ? `${options.windowSeconds} * (${text})` : text;
}

/**
 * A query that answers only where a counter of the template was reset;
 * `undefined` for templates without counters, and where the server sees resets
 * by itself.
 */
export function renderResets(
  template: QueryTemplate,
  options: RenderOptions,
): string | undefined {
  const { group } = options;
  const by = group ? ` by (${renderLabel(group.label)}) ` : '';
  const selectors = template.parts.flatMap(part =>
    typeof part !== 'string' && part.kind === 'growth'
      ? [renderSelector(inGroup(part.selector, group))]
      : [],
  );
  return selectors.length && options.serverIncrease !== 'anchored'
    ? Array.from(new Set(selectors))
        .map(text => `(sum${by}(${resetCount(text, options)}) > 0)`)
        .join(' or ')
    : undefined;
}

function renderPart(part: TemplatePart, options: RenderOptions): string {
  if (typeof part === 'string') {
    return part;
  }
  switch (part.kind) {
    case 'window':
      return openDuration(options.windowSeconds);
    case 'grouping':
      return renderGrouping(part.by, options.group);
    case 'selector':
      return renderSelector(inGroup(part.selector, options.group));
    default: {
      const selector = renderSelector(inGroup(part.selector, options.group));
      const growth = growthOf(selector, options);
      return part.perSecond ? `(${growth} / ${options.windowSeconds})` : growth;
    }
  }
}

function growthOf(selector: string, options: RenderOptions): string {
  const { careful, serverIncrease } = options;
  if (serverIncrease === 'anchored') {
    return anchoredIncrease(selector, options);
  }
  return careful
    ? carefulIncrease(selector, options)
    : exactIncrease(selector, options);
}

function renderGrouping(by: string[] | undefined, group: Group | undefined) {
  const labels = [...(by ?? []), ...(group ? [group.label] : [])];
  return labels.length || by
    ? ` by (${Array.from(new Set(labels)).map(renderLabel).join(', ')}) `
    : '';
}

function inGroup(selector: Selector, group: Group | undefined): Selector {
  return group
    ? {
        ...selector,
        matchers: selector.matchers.map(matcher =>
          matcher.label === group.label && matcher.operator === '='
            ? {
                ...matcher,
                operator: '=~' as const,
                value: anyOfPattern(group.values),
              }
            : matcher,
        ),
      }
    : selector;
}
