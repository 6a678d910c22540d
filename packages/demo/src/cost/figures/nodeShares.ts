import type { Day } from '../calendar/utcDays';
import { part, type Micros } from '../money/micros';
import { mostExtraDollars } from '../stories/costStories';
import { dailyCost } from './dailyCost';
import { nodePrice, SHOP_NODES, type ShopNode } from './nodes';
import { SERVICE_COSTS } from './serviceCosts';

/** A node takes pods up to this part of it; the rest is for busy days. */
const FILLED_TO = 0.955;
/** How much more than on average a service needs on its busiest day. */
const BUSY_DAY = 1.03;

/** What a service has of a node on a day, at what the node costs. */
export interface NodeShare {
  node: ShopNode;
  service: string;
  cost: Micros;
}

/** Where a part of a service runs, always. */
interface Place {
  node: ShopNode;
  service: string;
  /** Of the service, 0..1. */
  share: number;
}

const PLACES = placesOfAll();

/** Who had how much of which node; what is left of a node is idle. */
export function nodeShares(day: Day): NodeShare[] {
  return SERVICE_COSTS.flatMap(costs => {
    const whole = dailyCost(costs, 'compute', day);
    return PLACES.filter(({ service }) => service === costs.service).map(
      ({ node, service, share }) => ({
        node,
        service,
        cost: part(whole, share),
      }),
    );
  });
}

/** Fills one node after the other, the largest service first. */
function placesOfAll(): Place[] {
  const places: Place[] = [];
  const nodes = [...SHOP_NODES];
  let free = dollarsOf(nodes[0]);
  for (const { service, compute } of SERVICE_COSTS) {
    const whole = BUSY_DAY * (compute + mostExtraDollars(service, 'compute'));
    for (let left = whole; left > 1e-9; ) {
      if (free <= 1e-9) {
        nodes.shift();
        free = dollarsOf(nodes[0]);
      }
      const here = Math.min(left, free);
      places.push({ node: nodes[0], service, share: here / whole });
      left -= here;
      free -= here;
    }
  }
  return places;
}

function dollarsOf(node: ShopNode | undefined): number {
  if (!node) {
    throw new Error('The services of the shop need more nodes than there are');
  }
  return (FILLED_TO * nodePrice(node)) / 1_000_000;
}
