import {
  addDays,
  type AnomalyPage,
  type CostRangeRequest,
  type PageRequest,
} from '@plimsoll/plugin-cost-common';
import { readPage } from '@plimsoll/plugin-database';
import { applyMembers, askedEntity } from '@plimsoll/service-index';
import { readJudgedFrom } from '../../derive/JudgedDays';
import type { CostView } from '../../permissions/CostAccess';
import { type CostContext, DEFAULT_METRIC } from '../CostContext';
import { findMembers } from '../members/findMembers';
import { readRange } from '../range/readRange';
import { applyOwnerScope } from '../savings/applyOwnerScope';
import { readProof } from '../state/readProof';

const DEFAULT_LIMIT = 25;
/** Days to the last complete one that are shown by default. */
const SHOWN_DAYS = 30;
const NEWEST_FIRST = [
  { sql: 'a.from_day', direction: 'desc' },
  { sql: 'a.id', direction: 'asc' },
] as const;

/**
 * One page of anomalies that touch a range, newest first; of the last 30
 * complete days by default. Days are judged by effective cost, and the proof
 * says so whatever metric was asked for. Days before `judgedFrom` were never
 * looked at.
 *
 * @throws InputError when the ref or the range is none
 * @throws NotFoundError when there is no such service, or none to be seen
 */
export async function listAnomalies(options: {
  context: CostContext;
  view: CostView;
  request: PageRequest & CostRangeRequest & { entityRef?: string };
}): Promise<AnomalyPage> {
  const { context, view, request } = options;
  const { client } = context;
  const { entityRef, limit = DEFAULT_LIMIT, cursor } = request;
  const { state, range } = await readRange(options);
  const from = request.from ?? addDays(range.to, -SHOWN_DAYS);
  const rows = client('cost_anomaly as a')
    .where('a.currency', range.currency)
    .where('a.from_day', '<', range.to)
    .where('a.to_day', '>', from);
  const column = 'a.entity_ref';
  applyOwnerScope(rows, { view, column });
  if (entityRef !== undefined) {
    const entity = askedEntity(entityRef);
    await findMembers({ client, scope: view.scope, entity });
    applyMembers(rows, { entity, column });
  }
  const [page, proof, judgedFrom] = await Promise.all([
    readPage<{ content: string }>({
      client,
      rows,
      list: 'anomalies',
      terms: NEWEST_FIRST,
      limit,
      cursor,
      select: query =>
        query
          .join('cost_anomaly as a', 'a.id', 'page.place_1')
          .select('a.content'),
    }),
    readProof({
      client,
      state,
      // by which days are judged, whatever pages show
      range: { ...range, from, metric: DEFAULT_METRIC },
      view,
    }),
    readJudgedFrom(client),
  ]);
  const items = page.items.map(row => JSON.parse(row.content));
  return { ...page, items, ...(judgedFrom && { judgedFrom }), proof };
}
