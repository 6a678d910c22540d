import type { Day } from '../calendar/utcDays';
import { NEGOTIATED } from '../figures/nodes';
import { part, usd, type Micros } from '../money/micros';
import { shopArn, type Charge } from './Charge';

const MONITORING = usd(11.6);
/** Value added tax on what is bought from others than the provider. */
const TAX = 0.19;

/** What several services use: Redis, PostgreSQL, the edge, the platform. */
export function sharedCharges(day: Day): Charge[] {
  return [
    shared(day, 'elasticache', 'shop-carts', usd(5.83), {
      resource: 'redis',
    }),
    shared(day, 'rds', 'shop-shared', usd(7.2), { resource: 'postgresql' }),
    shared(day, 'alb', 'loadbalancer/app/shop-public/3f2a', usd(2.1)),
    shared(day, 'alb', 'loadbalancer/app/shop-internal/81bc', usd(1.7)),
    shared(day, 'nat', 'natgateway/nat-0a1', usd(1.53)),
    shared(day, 'nat', 'natgateway/nat-0a2', usd(1.53)),
    shared(day, 'nat', 'natgateway/nat-0a3', usd(1.53)),
    shared(day, 'eks', 'cluster/shop-production', usd(2.4)),
    shared(day, 'support', 'plan/developer', usd(3.3)),
    shared(day, 'monitoring', 'subscription/harbour-pro', MONITORING),
    {
      day,
      subAccount: 'shop',
      product: 'tax',
      kind: 'Tax',
      description: 'VAT on Harbour Monitoring',
      effective: part(MONITORING, TAX),
    },
  ];
}

const SERVICES = {
  elasticache: 'elasticache',
  rds: 'rds',
  alb: 'elasticloadbalancing',
  nat: 'ec2',
  eks: 'eks',
  support: 'support',
  monitoring: 'aws-marketplace',
} as const;

const DESCRIPTIONS = {
  elasticache: 'cache.r6g.large Redis',
  rds: 'db.m6g.large PostgreSQL, two zones',
  alb: 'Application load balancer, hours and capacity',
  nat: 'NAT gateway, hours and bytes',
  eks: 'Control plane, three zones with extended support',
  support: 'Developer support',
  monitoring: 'Harbour Monitoring Pro',
} as const;

function shared(
  day: Day,
  product: keyof typeof SERVICES,
  name: string,
  effective: Micros,
  tags: Record<string, string> = {},
): Charge {
  return {
    day,
    subAccount: 'shop',
    product,
    kind: 'Usage',
    description: DESCRIPTIONS[product],
    resource: {
      id: shopArn(SERVICES[product], name),
      name: name.split('/').at(product === 'alb' ? -2 : -1)!,
    },
    effective,
    ...(product === 'rds' && { list: part(effective, 1 / NEGOTIATED) }),
    tags: { team: 'platform', ...tags },
  };
}
