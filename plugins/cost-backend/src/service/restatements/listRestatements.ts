import {
  ChargeMatcher,
  type ChargeKey,
  type CostMetric,
  type CostPage,
  formatAmount,
  type PageRequest,
  type Restatement,
} from '@plimsoll/plugin-cost-common';
import { readPage } from '@plimsoll/plugin-database';
import { CatalogClaims } from '../../catalog/CatalogClaims';
import { type CostContext, DEFAULT_METRIC } from '../CostContext';

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
 * One page of the months that the provider wrote anew, newest first. For who
 * may see totals.
 */
export async function listRestatements(options: {
  context: CostContext;
  request: PageRequest & { metric?: CostMetric };
}): Promise<CostPage<Restatement>> {
  const { context, request } = options;
  const { client } = context;
  const { metric = DEFAULT_METRIC, limit = DEFAULT_LIMIT, cursor } = request;
  const page = await readPage<RestatementRow>({
    client,
    rows: client('cost_restatement as r').where('r.metric', metric),
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
  return {
    ...page,
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
        largest: moved[index].map(({ name, keyId, difference }) => {
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

/** Services that keys belong to by name, by the key's id. */
async function readOwners(
  context: CostContext,
  keyIds: readonly string[],
): Promise<Map<string, string>> {
  const { client, allocation } = context;
  const rows: Array<{ id: string; content: string }> = await client('cost_key')
    .whereIn('id', [...new Set(keyIds)])
    .select('id', 'content');
  const { mapping } = await CatalogClaims.create({ client }).read();
  const matcher = ChargeMatcher.create({ ...allocation, mapping });
  const owners = new Map<string, string>();
  for (const { id, content } of rows) {
    const key: ChargeKey = JSON.parse(content);
    const owner = matcher.ownerOf(key, 'usage');
    if (owner.to === 'service') {
      owners.set(id, owner.entityRef);
    }
  }
  return owners;
}
