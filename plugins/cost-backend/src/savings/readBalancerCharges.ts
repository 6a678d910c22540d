import {
  addDays,
  type BalancerCharge,
  type ChargeKey,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

/** Days that are looked at: more than an idle one has to have been. */
const DAYS = 60;

/** What load balancers were charged for on the last days, by unit. */
export async function readBalancerCharges(options: {
  client: Knex;
  currency: string;
  completeTo: string;
}): Promise<BalancerCharge[]> {
  const { client, currency, completeTo } = options;
  const keys: Array<{ id: string; content: string }> = await client('cost_key')
    .where('category', 'network')
    .whereNotNull('resource_id')
    .where(any =>
      any
        .whereLike('resource_id', '%loadbalancer%')
        .orWhereLike('content', '%oad balancer%')
        .orWhereLike('content', '%oadBalancer%'),
    )
    .select('id', 'content');
  const balancers = new Map(
    keys
      .map(({ id, content }) => [id, JSON.parse(content) as ChargeKey] as const)
      .filter(([, key]) => isBalancer(key)),
  );
  if (balancers.size === 0) {
    return [];
  }
  const rows: Array<{
    key_id: string;
    day: string;
    unit: string | null;
    quantity: number | null;
  }> = await client('cost_line')
    .whereIn('key_id', ids =>
      ids
        .select('id')
        .from('cost_key')
        .where('category', 'network')
        .whereNotNull('resource_id'),
    )
    .where({ currency, kind: 'usage' })
    .where('day', '>', addDays(completeTo, -DAYS))
    .where('day', '<=', completeTo)
    .groupBy('key_id', 'day', 'unit')
    .select('key_id', 'day', 'unit', client.raw('sum(quantity) as quantity'));
  return rows.flatMap(({ key_id: id, day, unit, quantity }) => {
    const key = balancers.get(id);
    return key?.resourceId
      ? [
          {
            resourceId: key.resourceId,
            product: key.product,
            day,
            ...(unit !== null && { unit }),
            ...(quantity !== null && { quantity: Number(quantity) }),
          },
        ]
      : [];
  });
}

function isBalancer({ resourceId = '', resourceType = '' }: ChargeKey) {
  return (
    /loadbalancer[/:]/i.test(resourceId) || /load ?balancer/i.test(resourceType)
  );
}
