import { stockTake } from '../../stories/gaugeStories';
import type { ServiceFacts } from '../ServiceFacts';
import { perOrder } from '../volume';

/** After the money: stock, parcels, papers. */
export const orderManagement: ServiceFacts[] = [
  {
    service: 'order-history',
    requests: {
      eventsPerDay: perOrder(4.5),
      failing: 0.00014,
      latency: [
        { seconds: 0.15, slower: 0.5 },
        { seconds: 0.36, slower: 0.05 },
        { seconds: 0.5, slower: 0.0106 },
      ],
    },
  },
  {
    service: 'notifications',
    deliveries: {
      eventsPerDay: perOrder(5.7),
      failing: 0.0002,
      latency: [
        { seconds: 4, slower: 0.5 },
        { seconds: 20, slower: 0.02 },
        { seconds: 60, slower: 0.00087 },
      ],
    },
  },
  {
    // A few failures a day, and no zero before the first.
    service: 'shipping-quotes',
    requests: { eventsPerDay: perOrder(2), failing: 0.00005 },
    lateFailures: true,
  },
  {
    service: 'stock-levels',
    gauges: {
      // Synced every four minutes.
      stock_age_seconds: {
        usual: minute => 35 + (minute % 4) * 60,
        episodes: [stockTake],
      },
    },
  },
  {
    // Ready for its first customer, who has not come yet.
    service: 'invoice-export',
    exports: { eventsPerDay: 0, failing: 0 },
  },
  {
    service: 'returns-portal',
    requests: { eventsPerDay: perOrder(1.4), failing: 0.0001 },
  },
];
