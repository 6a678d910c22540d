import { type CostServiceRow, parseAmount } from '@plimsoll/plugin-cost-common';
import { applyServiceScope } from '@plimsoll/service-index';
import type { ServiceDigest } from '../../derive/ServiceDigest';
import type { CostView } from '../../permissions/CostAccess';
import type { CostContext } from '../CostContext';
import { readChanges } from '../fleet/readChanges';
import { withHistory } from '../fleet/readVisible';
import { toServiceRow } from '../fleet/toServiceRow';
import type { CostRange } from '../range/CostRange';
import type { BillState } from '../state/BillState';

/** Services that are shown. */
const MOVERS = 8;
/** Of those that moved most in sum, so many are compared by weekdays. */
const CANDIDATES = 40;

/** The visible services whose cost changed most, up or down. */
export async function readMovers(options: {
  context: CostContext;
  view: CostView;
  range: CostRange;
  state: BillState;
}): Promise<CostServiceRow[]> {
  const { context, range, state } = options;
  const { client } = context;
  const refs = await readCandidates(options);
  const changes = await readChanges({
    client,
    entityRefs: refs,
    range,
    since: state.since,
  });
  const sizeOf = (ref: string) => {
    const amount = parseAmount(changes.get(ref)?.amount ?? '0');
    return amount < 0n ? -amount : amount;
  };
  const moved = refs
    .filter(ref => sizeOf(ref) > 0n)
    .sort((a, b) => Number(sizeOf(b) - sizeOf(a)))
    .slice(0, MOVERS);
  const rows: Array<{
    entity_ref: string;
    content: string;
    anomalies: number;
    saving: string | null;
  }> = await client('cost_service')
    .whereIn('entity_ref', moved)
    .where('currency', range.currency)
    .select(
      'entity_ref',
      'content',
      'anomalies',
      client.raw('cast(saving as text) as saving'),
    );
  const totals = await readSums(options, moved);
  const services = await context.services.getServices(moved);
  const byRef = new Map(rows.map(row => [row.entity_ref, row]));
  return moved.flatMap(ref => {
    const row = byRef.get(ref);
    return row
      ? [
          toServiceRow({
            entityRef: ref,
            digest: JSON.parse(row.content) as ServiceDigest,
            service: services.get(ref),
            total: totals.get(ref) ?? 0n,
            change: changes.get(ref),
            metric: range.metric,
            saving: row.saving === null ? undefined : BigInt(row.saving),
            anomalies: row.anomalies,
          }),
        ]
      : [];
  });
}

/** By the difference of the range and the stretch that it is compared with. */
async function readCandidates(options: {
  context: CostContext;
  view: CostView;
  range: CostRange;
}): Promise<string[]> {
  const { context, view, range } = options;
  const { client } = context;
  if (range.isRunningMonth) {
    return readKnownCandidates(options);
  }
  const { from } = withHistory(range);
  const query = client('cost_daily as d')
    .whereNotNull('d.entity_ref')
    .where('d.currency', range.currency)
    .where('d.day', '>=', from)
    .where('d.day', '<', range.to);
  applyServiceScope(query, { scope: view.scope, column: 'd.entity_ref' });
  return query
    .groupBy('d.entity_ref')
    .orderByRaw(
      'abs(sum(case when d.day >= ? then ?? else -?? end)) desc, d.entity_ref',
      [range.from, `d.${range.metric}`, `d.${range.metric}`],
    )
    .limit(CANDIDATES)
    .pluck('d.entity_ref');
}

/**
 * From what is kept ready: by effective cost, which moves as the others do. A
 * new service has no ratio, its whole cost is the change.
 */
async function readKnownCandidates(options: {
  context: CostContext;
  view: CostView;
  range: CostRange;
}): Promise<string[]> {
  const { context, view, range } = options;
  const query = context
    .client('cost_service as s')
    .where('s.currency', range.currency)
    .where(either =>
      either.whereNull('s.change_ratio').orWhere('s.change_ratio', '<>', -1),
    );
  applyServiceScope(query, { scope: view.scope, column: 's.entity_ref' });
  const known: string[] = await query
    .orderByRaw(
      'abs(s.effective_to_date * coalesce(s.change_ratio / (1 + s.change_ratio), 1)) desc, s.entity_ref',
    )
    .limit(CANDIDATES)
    .pluck('s.entity_ref');
  return [...known, ...(await readGone(options))];
}

/** What costs nothing any more says nowhere else what it did cost. */
async function readGone(options: {
  context: CostContext;
  view: CostView;
  range: CostRange;
}): Promise<string[]> {
  const { context, view, range } = options;
  const { client } = context;
  const gone = client('cost_service as s')
    .where({ 's.currency': range.currency, 's.change_ratio': -1 })
    .select('s.entity_ref');
  applyServiceScope(gone, { scope: view.scope, column: 's.entity_ref' });
  return client('cost_daily as d')
    .whereIn('d.entity_ref', gone)
    .where('d.currency', range.currency)
    .where('d.day', '>=', withHistory(range).from)
    .where('d.day', '<', range.from)
    .groupBy('d.entity_ref')
    .orderByRaw('abs(sum(??)) desc, d.entity_ref', [`d.${range.metric}`])
    .limit(CANDIDATES)
    .pluck('d.entity_ref');
}

async function readSums(
  options: { context: CostContext; range: CostRange },
  entityRefs: readonly string[],
): Promise<Map<string, bigint>> {
  const { context, range } = options;
  const { client } = context;
  const rows: Array<{ entity_ref: string; amount: string }> = await client(
    'cost_daily',
  )
    .whereIn('entity_ref', [...entityRefs])
    .where('currency', range.currency)
    .where('day', '>=', range.from)
    .where('day', '<', range.to)
    .groupBy('entity_ref')
    .select(
      'entity_ref',
      client.raw('cast(sum(??) as text) as amount', [range.metric]),
    );
  return new Map(rows.map(row => [row.entity_ref, BigInt(row.amount)]));
}
