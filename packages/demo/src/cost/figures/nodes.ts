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

const NODES = 24;
/** The first of them are under the savings plan. */
const COMMITTED = 16;
const ZONES = 3;

/** Twenty-four m6i.2xlarge in three zones. */
export const SHOP_NODES: readonly ShopNode[] = Array.from(
  { length: NODES },
  (_, index) => {
    const zone = 1 + (index % ZONES);
    const host = 11 + 9 * index;
    return {
      instanceId: `i-0c3a9e1f7b2d4${String(index + 1).padStart(4, '0')}`,
      name: `ip-10-20-${zone}-${host}.eu-central-1.compute.internal`,
      committed: index < COMMITTED,
    };
  },
);

/** Cores and bytes of one of them. */
export const NODE_CORES = 8;
export const NODE_BYTES = 32 * 2 ** 30;

/** Public price of a node a day: 24 hours at 0.46 US dollars. */
export const NODE_LIST_PRICE: Micros = usd(11.04);

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
