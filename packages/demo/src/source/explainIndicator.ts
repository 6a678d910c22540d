import type { ExplainedQuery, Indicator } from '@plimsoll/plugin-slo-common';
import { parseDemoQuery } from '../query/parseDemoQuery';
import type { DemoWorld } from '../world/DemoWorld';
import { indicatorQueries } from './indicatorQueries';

/**
 * The document's own queries. They are not sent anywhere, and the note says so;
 * where the series has a peculiarity of its own, that is noted as well.
 */
export function explainIndicator(options: {
  world: DemoWorld;
  indicator: Indicator;
}): ExplainedQuery[] {
  return indicatorQueries(options.indicator).map(({ role, metric }) => {
    const { query } = metric.spec;
    const text = typeof query === 'string' ? query : '';
    const parsed = parseDemoQuery(text);
    const peculiarity = parsed && options.world.find(parsed)?.note;
    const notes = peculiarity ? ['demo-data', peculiarity] : ['demo-data'];
    const name = role === 'raw' ? 'value' : role;
    return { name, language: 'promql', text, note: notes[0], notes };
  });
}
