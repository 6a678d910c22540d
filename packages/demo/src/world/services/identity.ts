import { unreachableProbe } from '../../stories/gaugeStories';
import type { ServiceFacts } from '../ServiceFacts';
import { perOrder } from '../volume';

/** Who buys, and where it is sent. */
export const identity: ServiceFacts[] = [
  {
    service: 'user-profile',
    requests: {
      eventsPerDay: perOrder(11),
      failing: 0.00006,
      latency: [
        { seconds: 0.08, slower: 0.5 },
        { seconds: 0.24, slower: 0.05 },
        { seconds: 0.5, slower: 0.0017 },
      ],
    },
  },
  {
    service: 'address-book',
    gauges: {
      // Share of the four places that could reach it.
      probe_success_ratio: { usual: () => 1, episodes: [unreachableProbe] },
    },
  },
];
