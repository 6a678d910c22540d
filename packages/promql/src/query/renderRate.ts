import { shortDuration } from '../text/duration';
import { renderLabel } from '../text/matcher';
import type { QueryTemplate, TemplatePart } from './QueryTemplate';
import { renderSelector } from './Selector';

/** What {@link renderRate} looks at. */
export interface RateOptions {
  /** Length of the range that rates are taken over, in seconds. */
  rangeSeconds: number;
}

/**
 * A counter's query as a rate per second over a fixed range, as a recording
 * rule holds it: `rate` and `increase` of the document alike become `rate`,
 * which sees resets. Unlike `renderTemplate` it extrapolates to the ends of
 * the range, as `rate` does.
 *
 * @param template - from `counterTemplate`
 */
export function renderRate(
  template: QueryTemplate,
  options: RateOptions,
): string {
  const { rangeSeconds } = options;
  const asRate = template.perSecond || template.proportional;
  const range = shortDuration(rangeSeconds);
  const text = fill(template, {
    range,
    growth: selector =>
      `${asRate ? 'rate' : 'increase'}(${selector}[${range}])`,
  });
  return asRate ? text : `(${text}) / ${rangeSeconds}`;
}

/**
 * A query of values, whose window placeholder is this range.
 *
 * @param template - from `valueTemplate`
 */
export function renderValue(
  template: QueryTemplate,
  options: RateOptions,
): string {
  return fill(template, {
    range: shortDuration(options.rangeSeconds),
    growth: selector => selector,
  });
}

function fill(
  template: QueryTemplate,
  options: { range: string; growth(selector: string): string },
): string {
  const textOf = (part: TemplatePart) => {
    if (typeof part === 'string') {
      return part;
    }
    switch (part.kind) {
      case 'window':
        return options.range;
      case 'grouping':
        return part.by ? ` by (${part.by.map(renderLabel).join(', ')})` : '';
      case 'selector':
        return renderSelector(part.selector);
      default:
        return options.growth(renderSelector(part.selector));
    }
  };
  // A grouping is taken out and put in again, which leaves spaces behind.
  return template.parts.reduce<string>((text, part) => {
    const isGrouping = typeof part !== 'string' && part.kind === 'grouping';
    const next = textOf(part);
    return isGrouping && next
      ? `${text.trimEnd()}${next} `
      : text + (text.endsWith(') ') ? next.trimStart() : next);
  }, '');
}
