import {
  ChargeMatcher,
  type ChargeKey,
  type CostMetric,
  formatAmount,
  type PageRequest,
  type ProvenPage,
  type Restatement,
} from '@plimsoll/plugin-cost-common';
import { readPage } from '@plimsoll/plugin-database';
import { CatalogClaims } from '../../catalog/CatalogClaims';
import type { CostView } from '../../permissions/CostAccess';
import { type CostContext, DEFAULT_METRIC } from '../CostContext';
import { visibleRefs } from '../members/visibleRefs';
import { readRange } from '../range/readRange';
import { readProof } from '../state/readProof';
import { goneSources } from '../state/readRestated';

const DEFAULT_LIMIT = 25;
const NEWEST_FIRST = [
  { sql: 'r.at', direction: 'desc', type: 'integer' },
  { sql: 'r.id', direction: 'desc' },
] as const;

interface RestatementRow {
  source: string;
  billing_account: string;
  billing_month: string;
  at: string | number;
  currency: string;
  amount_before: string;
  amount_after: string;
  metric: CostMetric;
  largest: string;
}

/** What moved, as the import notes it: amounts as decimal texts. */
type MovedKey = { name: string; keyId: string; difference: string };

/**
 * One page of the months that the provider wrote anew, newest first, and what
 * moved most of what the caller may see, but not of sources that are gone. For
 * who may see totals.
 */
export async function listRestatements(options: {
  context: CostContext;
  view: CostView;
  request: PageRequest & { metric?: CostMetric };
}): Promise<ProvenPage<Restatement>> {
  const { context, view, request } = options;
  const { client } = context;
  const { metric = DEFAULT_METRIC, limit = DEFAULT_LIMIT, cursor } = request;
  const { state, range } = await readRange(options);
  const page = await readPage<RestatementRow>({
    client,
    rows: client('cost_restatement as r')
      .where('r.metric', metric)
      .whereNotIn('r.source', goneSources(client)),
    list: `restatements ${metric}`,
    terms: NEWEST_FIRST,
    limit,
    cursor,
    select: query =>
      query
        .join('cost_restatement as r', 'r.id', 'page.place_1')
        .select(
          'r.source',
          'r.billing_account',
          'r.billing_month',
          'r.at',
          'r.currency',
          'r.metric',
          'r.largest',
          client.raw('cast(r.amount_before as text) as amount_before'),
          client.raw('cast(r.amount_after as text) as amount_after'),
        ),
  });
  const moved = page.items.map((row): MovedKey[] => JSON.parse(row.largest));
  const ownerOf = await readOwners(
    context,
    moved.flat().map(({ keyId }) => keyId),
  );
  const isVisible = await visibilityOf({ context, view, ownerOf });
  return {
    ...page,
    proof: await readProof({ client, state, range, view }),
    items: page.items.map((row, index) => {
      const before = BigInt(row.amount_before);
      const after = BigInt(row.amount_after);
      return {
        source: row.source,
        billingAccount: row.billing_account,
        billingMonth: row.billing_month,
        at: new Date(Number(row.at)).toISOString(),
        currency: row.currency,
        before: formatAmount(before),
        after: formatAmount(after),
        difference: formatAmount(after - before),
        metric: row.metric,
        largest: moved[index]
          .filter(isVisible)
          .map(({ name, keyId, difference }) => {
            const entityRef = ownerOf.get(keyId);
            return {
              name,
              ...(entityRef && { entityRef }),
              difference,
            };
          }),
      };
    }),
  };
}

/**
 * Tells what is a service's that the caller may not see. Whose a key was that is
 * not kept any more nobody knows.
 */
async function visibilityOf(options: {
  context: CostContext;
  view: CostView;
  ownerOf: ReadonlyMap<string, string | undefined>;
}): Promise<(moved: MovedKey) => boolean> {
  const { context, view, ownerOf } = options;
  const { scope } = view;
  if (scope.kind === 'all') {
    return () => true;
  }
  const visible = await visibleRefs({
    client: context.client,
    scope,
    entityRefs: [...ownerOf.values()].flatMap(ref => ref ?? []),
  });
  return ({ keyId }) => {
    const owner = ownerOf.get(keyId);
    return owner === undefined ? ownerOf.has(keyId) : visible.has(owner);
  };
}

/**
 * Services that keys belong to by name, by the id of each key that is known;
 * undefined where it is no service's.
 */
async function readOwners(
  context: CostContext,
  keyIds: readonly string[],
): Promise<Map<string, string | undefined>> {
  const { client, allocation } = context;
  const rows: Array<{ id: string; content: string }> = await client('cost_key')
    .whereIn('id', [...new Set(keyIds)])
    .select('id', 'content');
  const { mapping } = await CatalogClaims.create({ client }).read();
  const matcher = ChargeMatcher.create({ ...allocation, mapping });
  const owners = new Map<string, string | undefined>();
  for (const { id, content } of rows) {
    const key: ChargeKey = JSON.parse(content);
    const owner = matcher.ownerOf(key, 'usage');
    owners.set(id, owner.to === 'service' ? owner.entityRef : undefined);
  }
  return owners;
}
