import {
  allocate,
  type AllocateOptions,
  type AllocatedCost,
  type BillLine,
  type CostCategory,
} from '@plimsoll/plugin-cost-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { monthCharges } from '../cost/bill/monthCharges';
import { addMonths } from '../cost/calendar/utcDays';
import { SUB_ACCOUNTS, type Charge } from '../cost/charges/Charge';
import { PRODUCTS } from '../cost/figures/products';
import { SERVICE_COSTS } from '../cost/figures/serviceCosts';
import type { Micros } from '../cost/money/micros';
import { DemoShareSource } from '../cost/shares/DemoShareSource';
import { catalogDocuments } from './catalogFiles';

const APP_CONFIG = resolve(__dirname, '../../../../app-config.yaml');
const NANOS_OF_MICRO = 1_000n;

/** Names of components, all of the namespace `default`. */
const refOf = (name: string) => `component:default/${name}`;

/** What pages call the products; only what figures are compared by. */
const CATEGORIES: Partial<Record<Charge['product'], CostCategory>> = {
  ec2: 'compute',
  rds: 'database',
  opensearch: 'database',
  dynamodb: 'database',
  elasticache: 'cache',
  alb: 'network',
  nat: 'network',
  transfer: 'network',
  s3: 'storage',
  ebs: 'storage',
  cloudwatch: 'observability',
};

/** A month of ShopKart's bill as the import would hand it on. */
export function shopLines(month: string, restated = true): BillLine[] {
  const lastDay = addMonths(month, 1);
  return [...monthCharges({ month, lastDay, restated })]
    .flat()
    .map(charge => lineOf(charge, month));
}

/** The same month, given to services by what app-config and the catalog say. */
export async function shopCosts(
  month: string,
  options: Pick<AllocateOptions, 'volumes'> & { restated?: boolean } = {},
): Promise<AllocatedCost[]> {
  const { restated, volumes } = options;
  const shares = await DemoShareSource.create({ name: 'cluster' }).readUse({
    from: month,
    to: addMonths(month, 1),
    signal: new AbortController().signal,
  });
  return allocate({
    ...settings(),
    lines: shopLines(month, restated),
    shares,
    ...(volumes && { volumes }),
  });
}

function settings(): Omit<AllocateOptions, 'lines' | 'shares'> {
  const { cost } = parse(readFileSync(APP_CONFIG, 'utf8'));
  const services = [
    ...SERVICE_COSTS.map(({ service }) => service),
    'session-api',
  ];
  const resources = catalogDocuments().filter(
    ({ value }) => value.kind === 'Resource' && value.metadata.annotations,
  );
  return {
    tags: cost.tags,
    rules: cost.allocation.rules,
    pools: Object.entries<object>(cost.allocation.pools).map(
      ([name, pool]) => ({ name, ...pool } as { name: string; key: 'cost' }),
    ),
    services: services.map(refOf),
    mapping: [
      ...services.flatMap(name => [
        {
          by: 'tag' as const,
          key: 'service',
          value: name,
          entityRef: refOf(name),
        },
        {
          by: 'label' as const,
          key: 'backstage_io_kubernetes_id',
          value: name,
          entityRef: refOf(name),
        },
      ]),
      ...resources.map(({ value: { metadata } }) => ({
        by: 'tag' as const,
        key: 'resource',
        value: metadata.name,
        entityRef: `resource:default/${metadata.name}`,
      })),
    ],
    dependencies: resources.flatMap(({ value: { metadata } }) =>
      (metadata.annotations?.['plimsoll.dev/cost-weight'] ?? '')
        .split(',')
        .map(item => item.split('='))
        .map(([consumer, weight]) => ({
          resourceRef: `resource:default/${metadata.name}`,
          consumerRef: refOf(consumer),
          weight: Number(weight),
        })),
    ),
  };
}

function lineOf(charge: Charge, month: string): BillLine {
  const { effective } = charge;
  const contracted = charge.contracted ?? effective;
  return {
    day: charge.day,
    billingMonth: month,
    kind: charge.kind.toLocaleLowerCase('en-US') as BillLine['kind'],
    currency: 'USD',
    key: {
      billingAccount: '718204639105',
      subAccount: SUB_ACCOUNTS[charge.subAccount].id,
      product: PRODUCTS[charge.product].name,
      category: CATEGORIES[charge.product] ?? 'other',
      resourceId: charge.resource?.id,
      tags: charge.tags ?? {},
    },
    amounts: {
      effective: nanos(effective),
      billed: nanos(charge.billed ?? effective),
      contracted: nanos(contracted),
      list: nanos(charge.list ?? contracted),
    },
  };
}

function nanos(amount: Micros): bigint {
  return BigInt(amount) * NANOS_OF_MICRO;
}
