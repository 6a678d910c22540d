/** Orders a day that ShopKart lives from, with its 2.5 million users. */
export const ORDERS_PER_DAY = 180_000;

/**
 * Events a day of a service that sees so many of them for each order.
 *
 * @param perOrder - for instance 6 requests to checkout
 */
export function perOrder(events: number): number {
  return ORDERS_PER_DAY * events;
}
