import type { Day } from '../calendar/utcDays';
import type { ProductName } from '../figures/products';
import type { Micros } from '../money/micros';

/** FOCUS `SubAccountId` by what runs in it. */
export const SUB_ACCOUNTS = {
  shop: { id: '264880301177', name: 'shop-production' },
  sessions: { id: '264880301905', name: 'shopkart-sessions' },
} as const;

/** One row of the bill, before it is one of FOCUS. */
export interface Charge {
  /** UTC day of use; with `days`, the first of so many. */
  day: Day;
  days?: number;
  subAccount: keyof typeof SUB_ACCOUNTS;
  product: ProductName;
  kind: 'Usage' | 'Purchase' | 'Tax' | 'Credit' | 'Adjustment';
  /** It mends a bill that was closed. */
  correction?: boolean;
  description: string;
  resource?: { id: string; name: string };
  sku?: string;
  quantity?: number;
  effective: Micros;
  /** As `effective` where it is left out, and so on. */
  billed?: Micros;
  contracted?: Micros;
  list?: Micros;
  tags?: Record<string, string>;
  plan?: 'used' | 'unused';
  /** The provider writes null as the word NULL here. */
  nullAsWord?: boolean;
}

const REGION = 'eu-central-1';
const ACCOUNT = SUB_ACCOUNTS.shop.id;

/** ARN of a resource of the shop's account. */
export function shopArn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}
