import { seedOf } from '../../noise/uniform';
import { type Day } from '../calendar/utcDays';
import { part, type Micros } from '../money/micros';
import { dailyCost } from './dailyCost';
import { nodePrice, SHOP_NODES, type ShopNode } from './nodes';
import { SERVICE_COSTS, type ServiceCosts } from './serviceCosts';

/** From so many dollars a day on, a service has pods on every node. */
const EVERYWHERE_FROM = 3;

/** What a service has of a node on a day, at what the node costs. */
export interface NodeShare {
  node: ShopNode;
  service: string;
  cost: Micros;
}

const PRICES = SHOP_NODES.map(nodePrice);
const ALL_PRICES = PRICES.reduce((sum, price) => sum + price, 0);

/** Who had how much of which node; what is left of a node is idle. */
export function nodeShares(day: Day): NodeShare[] {
  return SERVICE_COSTS.flatMap(costs => {
    const whole = dailyCost(costs, 'compute', day);
    return placesOf(costs).map(({ node, share }) => ({
      node,
      service: costs.service,
      cost: part(whole, share),
    }));
  });
}

/** Large services run on all nodes, small ones on two. */
function placesOf({ service, compute }: ServiceCosts) {
  if (compute >= EVERYWHERE_FROM) {
    return SHOP_NODES.map((node, index) => ({
      node,
      share: PRICES[index] / ALL_PRICES,
    }));
  }
  const first = seedOf(service) % SHOP_NODES.length;
  const second = (first + 3) % SHOP_NODES.length;
  return [first, second].map(index => ({
    node: SHOP_NODES[index],
    share: 0.5,
  }));
}
