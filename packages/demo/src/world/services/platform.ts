import type { ServiceFacts } from '../ServiceFacts';
import { perOrder } from '../volume';

/** What the platform team runs for the others. */
export const platform: ServiceFacts[] = [
  {
    // FastAPI on Redis, with the latency and the errors of its load test.
    service: 'session-api',
    requests: {
      eventsPerDay: perOrder(27.5),
      failing: 1_347 / 1_123_803,
      latency: [
        { seconds: 0.089, slower: 0.5 },
        { seconds: 0.145, slower: 0.25 },
        { seconds: 0.32, slower: 0.05 },
        { seconds: 0.68, slower: 0.01 },
      ],
    },
  },
  {
    service: 'sandbox',
    requests: { eventsPerDay: 4_000, failing: 0.0004 },
  },
];
