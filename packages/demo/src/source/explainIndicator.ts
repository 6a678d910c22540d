import type {
  ExplainedQuery,
  Indicator,
  MetricQuery,
} from '@plimsoll/plugin-slo-common';
import { parseDemoQuery } from '../query/parseDemoQuery';
import type { DemoWorld } from '../world/DemoWorld';

/**
 * The document's own queries. They are not sent anywhere, and the note says so;
 * where the series has a peculiarity of its own, that is noted as well.
 */
export function explainIndicator(options: {
  world: DemoWorld;
  indicator: Indicator;
}): ExplainedQuery[] {
  return queriesOf(options.indicator).map(({ name, metric }) => {
    const { query } = metric.spec;
    const text = typeof query === 'string' ? query : '';
    const parsed = parseDemoQuery(text);
    const peculiarity = parsed && options.world.find(parsed)?.note;
    const notes = peculiarity ? ['demo-data', peculiarity] : ['demo-data'];
    return { name, language: 'promql', text, note: notes[0], notes };
  });
}

function queriesOf(
  indicator: Indicator,
): Array<{ name: string; metric: MetricQuery }> {
  switch (indicator.kind) {
    case 'ratio':
      return [
        ...(indicator.bad ? [{ name: 'bad', metric: indicator.bad }] : []),
        ...(indicator.good ? [{ name: 'good', metric: indicator.good }] : []),
        { name: 'total', metric: indicator.total },
      ];
    case 'raw':
      return [{ name: 'value', metric: indicator.raw }];
    default:
      return [{ name: 'value', metric: indicator.metric }];
  }
}
