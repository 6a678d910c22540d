import { seedOf, uniform } from '../noise/uniform';
import type { Delivery } from './Delivery';

/** Share of the deliveries that come twice, and that come late. */
const TWICE = 0.04;
const LATE = 0.05;

/**
 * What networks do to deliveries: some are sent again, for their answer was
 * lost, and some come so late that what happened after them is known already.
 */
export function disturbed(deliveries: readonly Delivery[]): Delivery[] {
  return deliveries.flatMap(delivery => {
    const seed = seedOf(delivery.body);
    const late = uniform(seed, 1) < LATE;
    const sent = { ...delivery, at: delivery.at + (late ? 11 * 60_000 : 0) };
    return uniform(seed, 2) < TWICE
      ? [sent, { ...sent, at: sent.at + 45_000 }]
      : [sent];
  });
}
