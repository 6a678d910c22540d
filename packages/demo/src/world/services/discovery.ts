import { coldImageCache, searchReindex } from '../../stories/releases';
import type { ServiceFacts } from '../ServiceFacts';
import { perOrder } from '../volume';

/** Finding something to buy. */
export const discovery: ServiceFacts[] = [
  {
    service: 'product-listing',
    requests: {
      eventsPerDay: perOrder(48.5),
      failing: 0.00016,
      latency: [
        { seconds: 0.5, slower: 0.5 },
        { seconds: 1.4, slower: 0.05 },
        { seconds: 2, slower: 0.0175 },
      ],
      episodes: [coldImageCache],
    },
  },
  {
    service: 'search',
    requests: {
      eventsPerDay: perOrder(18.3),
      failing: 0.00021,
      latency: [
        { seconds: 0.6, slower: 0.5 },
        { seconds: 1.6, slower: 0.09 },
        { seconds: 2, slower: 0.0535 },
      ],
      episodes: [searchReindex],
    },
  },
  {
    service: 'recommendations',
    requests: { eventsPerDay: perOrder(6.5), failing: 0.00058 },
  },
  {
    service: 'reviews',
    requests: { eventsPerDay: perOrder(2.1), failing: 0.00002 },
  },
];
