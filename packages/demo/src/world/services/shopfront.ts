import type { ServiceFacts } from '../ServiceFacts';
import { perOrder } from '../volume';

/** What visitors see first. */
export const shopfront: ServiceFacts[] = [
  {
    service: 'storefront',
    requests: {
      eventsPerDay: perOrder(114),
      failing: 0.000288,
      latency: [
        { seconds: 0.45, slower: 0.5 },
        { seconds: 1.3, slower: 0.05 },
        { seconds: 2, slower: 0.0125 },
      ],
    },
  },
  {
    service: 'wishlist',
    requests: { eventsPerDay: perOrder(1.65), failing: 0.00012 },
  },
  {
    // Pods run out of memory several times a day and start again.
    service: 'image-resizer',
    requests: { eventsPerDay: perOrder(19), failing: 0.000026 },
    resets: true,
  },
  {
    // The quiet one: two or three mails a day, all of them in time. A single
    // late one would be more than 1 % of a month.
    service: 'newsletter',
    deliveries: {
      eventsPerDay: 2.5,
      failing: 0,
      latency: [
        { seconds: 12, slower: 0.5 },
        { seconds: 45, slower: 1e-9 },
      ],
    },
  },
];
