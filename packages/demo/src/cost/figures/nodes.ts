import { part, usd, type Micros } from '../money/micros';

/** A machine of the shop's cluster. */
export interface ShopNode {
  /** EC2 instance, the tail of its ARN on the bill. */
  instanceId: string;
  name: string;
  /** Under the savings plan. */
  committed: boolean;
}

export const SHOP_CLUSTER = 'shop-production';

const node = (instanceId: string, ip: string, committed: boolean) => ({
  instanceId,
  name: `ip-${ip}.eu-central-1.compute.internal`,
  committed,
});

/** Six m6i.8xlarge, four of them under the savings plan. */
export const SHOP_NODES: readonly ShopNode[] = [
  node('i-0c3a9e1f7b2d40001', '10-20-1-17', true),
  node('i-0c3a9e1f7b2d40002', '10-20-1-43', true),
  node('i-0c3a9e1f7b2d40003', '10-20-2-21', true),
  node('i-0c3a9e1f7b2d40004', '10-20-2-64', true),
  node('i-0c3a9e1f7b2d40005', '10-20-3-12', false),
  node('i-0c3a9e1f7b2d40006', '10-20-3-58', false),
];

/** Cores and bytes of one of them. */
export const NODE_CORES = 32;
export const NODE_BYTES = 128 * 2 ** 30;

/** Public price of a node a day: 24 hours at 1.84 US dollars. */
export const NODE_LIST_PRICE: Micros = usd(44.16);

/** What ShopKart negotiated: 3 % off what it buys in hours. */
export const NEGOTIATED = 0.97;

/** A node's price a day under the savings plan: 28 % off. */
export const NODE_PLAN_PRICE: Micros = part(NODE_LIST_PRICE, 0.72);

/** What the savings plan costs a day, whether it is used or not. */
export const PLAN_PRICE: Micros = usd(130);

/** What a node costs a day, with what it has of the savings plan. */
export function nodePrice({ committed }: ShopNode): Micros {
  return committed ? NODE_PLAN_PRICE : part(NODE_LIST_PRICE, NEGOTIATED);
}
