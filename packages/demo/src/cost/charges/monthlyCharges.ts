import { addDays, addMonths, daysOfMonth, type Day } from '../calendar/utcDays';
import { equalPart, usd } from '../money/micros';
import { shopArn, type Charge } from './Charge';

/** Months between two refunds. */
const REFUND_EVERY = 3;
/** How much less the last closed month costs when it is written anew. */
export const RESTATED_BY = usd(-3.18);
const RESTATED_DAYS = 6;

/** What stands once on a month's bill. */
export function monthlyCharges(options: {
  month: Day;
  /** The provider has written it anew. */
  restated: boolean;
}): Charge[] {
  const { month, restated } = options;
  const days = daysOfMonth(month).length;
  return [
    {
      day: month,
      days,
      subAccount: 'shop',
      product: 'credit',
      kind: 'Credit',
      description: 'Credit for a migration',
      effective: usd(-25),
    },
    ...(isRefunded(month) ? [refund(month)] : []),
    ...(restated ? restatement(month) : []),
  ];
}

/** An outage of the table service, three weeks earlier: it pays back. */
function refund(month: Day): Charge {
  return {
    day: `${addMonths(month, -1).slice(0, 8)}19`,
    subAccount: 'shop',
    product: 'dynamodb',
    kind: 'Adjustment',
    correction: true,
    description: 'Refund: table not available for 42 minutes',
    resource: {
      id: shopArn('dynamodb', 'table/cart'),
      name: 'cart',
    },
    effective: usd(-12.6),
    tags: { service: 'cart', environment: 'production' },
  };
}

function isRefunded(month: Day): boolean {
  return Number(month.slice(5, 7)) % REFUND_EVERY === 1;
}

/** Bytes that had been counted twice, on the month's first days. */
function restatement(month: Day): Charge[] {
  return Array.from({ length: RESTATED_DAYS }, (_, index) => ({
    day: addDays(month, index),
    subAccount: 'shop' as const,
    product: 'transfer' as const,
    kind: 'Usage' as const,
    description: 'Data transfer out, counted twice before',
    resource: {
      id: shopArn('ec2', 'network-interface/eni-checkout'),
      name: 'eni-checkout',
    },
    effective: equalPart(RESTATED_BY, RESTATED_DAYS, index),
    tags: { service: 'checkout', environment: 'production' },
  }));
}
