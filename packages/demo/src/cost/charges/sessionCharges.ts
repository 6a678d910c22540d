import { daysOfMonth, monthOf, type Day } from '../calendar/utcDays';
import { PRODUCTS } from '../figures/products';
import { SESSION_ITEMS, type SessionItem } from '../figures/sessionItems';
import { equalPart, usd } from '../money/micros';
import { SUB_ACCOUNTS, type Charge } from './Charge';

const SKUS: Partial<Record<SessionItem['product'], string>> = {
  ec2: 'SKT3MEDIUM',
};

const DESCRIPTIONS: Record<SessionItem['product'], string> = {
  eks: 'Control plane',
  ec2: 't3.medium Linux, eu-central-1',
  elasticache: 'cache.t3.medium Redis',
  alb: 'Application load balancer',
  nat: 'NAT gateway',
  transfer: 'Data transfer out to the internet',
  s3: 'Standard storage',
  cloudwatch: 'Log data that came in',
  route53: 'Hosted zone',
};

/**
 * A day of the FastAPI platform's own account. Whatever a month's length, its
 * days make up the monthly table to the millionth.
 */
export function sessionCharges(day: Day): Charge[] {
  const days = daysOfMonth(monthOf(day)).length;
  const index = Number(day.slice(8)) - 1;
  return SESSION_ITEMS.filter(item => !item.monthly || index === 0).flatMap(
    item =>
      Array.from({ length: item.count ?? 1 }, (_, which) =>
        chargeOf({
          item,
          which,
          day,
          days: item.monthly ? days : 1,
          effective: item.monthly
            ? usd(item.dollars)
            : equalPart(usd(item.dollars), days, index),
        }),
      ),
  );
}

function chargeOf(options: {
  item: SessionItem;
  which: number;
  day: Day;
  days: number;
  effective: number;
}): Charge {
  const { item, which, day, days, effective } = options;
  const name = item.count ? `${item.name}-${which + 1}` : item.name;
  const { id: account } = SUB_ACCOUNTS.sessions;
  return {
    day,
    days,
    subAccount: 'sessions',
    product: item.product,
    kind: 'Usage',
    description: DESCRIPTIONS[item.product],
    sku: SKUS[item.product] ?? PRODUCTS[item.product].sku,
    resource: {
      id: `arn:aws:${item.product}:eu-central-1:${account}:${name}`,
      name,
    },
    effective,
    tags: { service: 'session-api', environment: 'production' },
  };
}
