import type {
  AllocatedCost,
  AllocationBasis,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import {
  type AmountColumns,
  fromAmountColumns,
  selectAmounts,
} from '../../database/amountColumns';

interface CostRow
  extends AmountColumns,
    Pick<AllocatedCost, 'day' | 'category' | 'kind' | 'currency'> {
  entity_ref: string | null;
  pool: AllocatedCost['pool'] | null;
  basis: string | null;
}

/**
 * What clusters would cost at list price, for months without a bill. The
 * cluster stands for the account: nobody else has charged it.
 */
export async function readListPrice(options: {
  client: Knex;
  billingMonth: string;
}): Promise<AllocatedCost[]> {
  const { client, billingMonth } = options;
  const rows: CostRow[] = await client('cost_daily')
    .where('billing_month', billingMonth)
    .orderBy(['day', 'entity_ref', 'pool', 'category', 'kind'])
    .select(
      'entity_ref',
      'pool',
      'day',
      'category',
      'kind',
      'currency',
      'basis',
      ...selectAmounts(client),
    );
  return rows.flatMap(row => {
    const basis: AllocationBasis | undefined =
      row.basis === null ? undefined : JSON.parse(row.basis);
    return basis?.by === 'list-price'
      ? [
          {
            ...(row.entity_ref !== null && { entityRef: row.entity_ref }),
            ...(row.pool && { pool: row.pool }),
            day: row.day,
            billingMonth,
            category: row.category,
            kind: row.kind,
            currency: row.currency,
            basis,
            charge: {
              billingAccount: basis.cluster,
              provider: 'OpenCost',
              product: 'Kubernetes',
            },
            amounts: fromAmountColumns(row),
          },
        ]
      : [];
  });
}
