import { refusedCards, slowProvider } from '../../stories/paymentProvider';
import { redisOutage, redisOutageInCart } from '../../stories/redisOutage';
import { checkoutRelease33, priceListReload } from '../../stories/releases';
import type { ServiceFacts } from '../ServiceFacts';
import { ORDERS_PER_DAY, perOrder } from '../volume';

const checkoutEpisodes = [redisOutage, checkoutRelease33];

/** From the cart to the money. */
export const purchase: ServiceFacts[] = [
  {
    service: 'cart',
    requests: {
      eventsPerDay: perOrder(10.5),
      failing: 0.00029,
      latency: [
        { seconds: 0.06, slower: 0.5 },
        { seconds: 0.18, slower: 0.05 },
        { seconds: 0.4, slower: 0.008 },
      ],
      episodes: [redisOutageInCart],
    },
  },
  {
    service: 'checkout',
    requests: {
      eventsPerDay: perOrder(6),
      failing: 0.00023,
      latency: [
        { seconds: 0.12, slower: 0.5 },
        { seconds: 0.21, slower: 0.2 },
        { seconds: 0.3, slower: 0.05 },
        { seconds: 0.4, slower: 0.014 },
      ],
      episodes: checkoutEpisodes,
    },
    orders: {
      eventsPerDay: ORDERS_PER_DAY,
      failing: 0.00023,
      episodes: checkoutEpisodes,
    },
  },
  {
    service: 'payment',
    requests: {
      eventsPerDay: perOrder(6.7),
      failing: 0.0002,
      latency: [
        { seconds: 0.2, slower: 0.5 },
        { seconds: 0.5, slower: 0.03 },
        { seconds: 0.8, slower: 0.0025 },
      ],
      episodes: [slowProvider],
    },
    transactions: {
      eventsPerDay: perOrder(1),
      failing: 0.00008,
      episodes: [refusedCards],
    },
  },
  {
    service: 'pricing-engine',
    requests: {
      eventsPerDay: perOrder(32),
      failing: 0.000058,
      episodes: [priceListReload],
    },
  },
  {
    service: 'tax-calculator',
    requests: { eventsPerDay: perOrder(1), failing: 0.000039 },
  },
  {
    service: 'coupon-api',
    requests: { eventsPerDay: perOrder(0.4), failing: 0.000018 },
  },
  {
    service: 'gift-cards',
    requests: { eventsPerDay: perOrder(0.12), failing: 0.0009 },
  },
  {
    // A release in February switched its exporter off, and nobody saw it.
    service: 'fraud-score',
    requests: { eventsPerDay: perOrder(4), failing: 0.0001 },
    silentSince: '2026-02-12',
  },
];
