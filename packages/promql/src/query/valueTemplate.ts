import type { SyntaxNode } from '@lezer/common';
import { childrenOf, parsePromql } from './parsePromql';
import type { QueryTemplate } from './QueryTemplate';
import { readRange, refuseConstructs } from './refuseConstructs';
import { TemplateBuilder, type TemplateOptions } from './TemplateBuilder';

/**
 * A query whose samples are values: thresholds, ready-made ratios, gauges.
 * Any expression may stand there, `histogram_quantile` and fixed ranges
 * included; only selectors and the window placeholder are touched.
 *
 * @throws InputError when the query cannot be read or must be refused
 */
export function valueTemplate(
  query: string,
  options: TemplateOptions,
): QueryTemplate {
  const parsed = parsePromql(query);
  refuseConstructs(parsed);
  const builder = TemplateBuilder.create(parsed, options);
  const visit = (node: SyntaxNode) => {
    if (node.name === 'VectorSelector') {
      const selector = builder.selectorAt(node);
      builder.replace(node, [{ kind: 'selector', selector }]);
      return;
    }
    if (node.name === 'MatrixSelector') {
      const range = readRange(parsed, node);
      if (range.isWindow) {
        builder.replace(range.literal, [{ kind: 'window' }]);
      }
    }
    childrenOf(node).forEach(visit);
  };
  visit(parsed.root);
  return builder.build({
    perSecond: false,
    proportional: false,
    windowed: parsed.windowOffsets.size > 0,
  });
}
