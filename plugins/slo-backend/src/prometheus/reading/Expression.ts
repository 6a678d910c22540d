import {
  renderResets,
  renderTemplate,
  type Group,
  type QueryTemplate,
  type ServerIncrease,
} from '@plimsoll/promql';

/** What an expression is rendered for. */
export interface ExpressionOptions {
  /** Length of the stretch `(t - windowSeconds, t]`. */
  windowSeconds: number;
  /** Count right also where a counter was reset. */
  careful?: boolean;
  /** What the server can do by itself. */
  serverIncrease?: ServerIncrease;
  group?: Group;
}

/** An expression with the value of one label left out. */
export interface Shape {
  label: string;
  /** The value that was left out. */
  value: string;
  /** Equal for expressions that differ in this value alone. */
  key: string;
}

/**
 * A number that can be asked for any window that ends at the time of the
 * query: one series, or one for each value of a group.
 */
export interface Expression {
  /** Equal for expressions that ask the same. */
  key: string;
  /** The ways in which it can be asked together with others of one shape. */
  shapes: readonly Shape[];
  render(options: ExpressionOptions): string;
  /** Answers where `careful` is needed; `undefined` when it never is. */
  renderResets(options: ExpressionOptions): string | undefined;
}

const LEFT_OUT = '\u0001';

/**
 * Fills a template: for the expression's window, or for a shorter one that is
 * given in seconds.
 */
export type Fill = (template: QueryTemplate, windowSeconds?: number) => string;

/**
 * An expression made of templates.
 *
 * @param options.compose - puts the filled templates together
 */
export function createExpression(options: {
  templates: readonly QueryTemplate[];
  scrapeSeconds: number;
  compose(fill: Fill, windowSeconds: number): string;
}): Expression {
  const { templates, scrapeSeconds, compose } = options;
  const render: Expression['render'] = request =>
    compose(
      (template, windowSeconds = request.windowSeconds) =>
        renderTemplate(template, { ...request, windowSeconds, scrapeSeconds }),
      request.windowSeconds,
    );
  return {
    key: render({ windowSeconds: 300 }),
    shapes: Array.from(commonLabels(templates), ([label, value]) => ({
      label,
      value,
      key: `${label} ${render({
        windowSeconds: 300,
        group: { label, values: [LEFT_OUT] },
      })}`,
    })),
    render,
    renderResets: request => {
      const resets = templates.flatMap(template => {
        const text = renderResets(template, { ...request, scrapeSeconds });
        return text === undefined ? [] : [text];
      });
      return resets.length ? resets.join(' or ') : undefined;
    },
  };
}

function commonLabels(
  templates: readonly QueryTemplate[],
): ReadonlyMap<string, string> {
  const [first, ...others] = templates.map(template => template.groupLabels);
  return new Map(
    Array.from(first).filter(([label, value]) =>
      others.every(labels => labels.get(label) === value),
    ),
  );
}
