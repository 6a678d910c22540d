import { parsePromql } from '@plimsoll/promql';

/**
 * The expression as one series without labels: several series would make each
 * join of the rules ambiguous, and a label of the query's own would part it
 * from its other half. An aggregation without grouping is that already.
 *
 * @param options.by - how several series become one: counts are added up, of
 * ready-made values the mean is taken
 */
export function oneSeries(
  expression: string,
  options: { by: 'sum' | 'avg' },
): string {
  const { root } = parsePromql(expression);
  const isOne =
    root.name === 'AggregateExpr' &&
    !root.getChild('AggregateModifier') &&
    !/^(topk|bottomk|limitk|limit_ratio|count_values)\b/.test(expression);
  return isOne ? expression : `${options.by}(${expression})`;
}
