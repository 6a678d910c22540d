import type { ServiceAnswers } from '@plimsoll/plugin-golden-path-common';
import { pairwise } from './pairwise';
import type { renderService } from './renderService';

type RenderOptions = Parameters<typeof renderService>[0];

const repoUrls = [
  'github.com?owner=shopkart&repo=gift-cards',
  'gitlab.com?owner=shopkart%2Floyalty&repo=gift-cards',
  'localhost:7155?owner=shopkart&repo=Gift_Cards.v2',
];

/**
 * Every option of the form, with the values at which something changes. What
 * only makes sense together is one choice.
 */
const rows = pairwise({
  latency: [
    { latencyP95Ms: 500, latencyP99Ms: 1000 },
    { latencyP95Ms: 400, latencyP99Ms: 400 },
    { latencyP95Ms: 400, latencyP99Ms: 2000 },
    { latencyP95Ms: 500, latencyP99Ms: 500 },
    { latencyP95Ms: 1000, latencyP99Ms: 1000 },
    { latencyP95Ms: 1000, latencyP99Ms: 2000 },
    { latencyP95Ms: 2000, latencyP99Ms: 2000 },
  ],
  name: [
    'gift-cards',
    'abc',
    'email',
    'inter-face',
    'a-2b-c4',
    'the-longest-name-that-a-service-can-have',
  ],
  stack: ['fastapi', 'spring-boot', 'node'],
  pipeline: ['github', 'gitlab', 'jenkins'],
  strategy: ['canary', 'rolling', 'blue-green'],
  terraform: [true, false],
  chaos: [true, false],
  tier: [2, 1, 3],
  lifecycle: ['experimental', 'production'],
  dependsOn: [
    [],
    ['component:default/session-api'],
    ['component:shop/cart', 'component:default/A.b_c'],
  ],
  availability: [99.9, 95, 99.99],
  errorRatePercent: [1, 0.1, 5],
  replicas: [
    { minReplicas: 3, maxReplicas: 10 },
    { minReplicas: 1, maxReplicas: 1 },
    { minReplicas: 50, maxReplicas: 200 },
  ],
  description: [
    'Sells gift cards and keeps what is left on them',
    `"Quotes", it's: #1 & 100 % <b> \\n | > - [x] {y} *z !t @u \`v\``,
    'Łódź 中文 🎁',
    '- yes: no',
  ],
  pagerdutyService: ['', 'PE63FD5'],
  slackChannel: ['', '#loyalty_alerts-2'],
  email: ['loyalty@shopkart.example', 'a.b+c@x-y.shopkart.example'],
  repoUrl: repoUrls,
} as const);

/** What `renderService` takes, for every row. */
export const matrix: ReadonlyArray<{
  label: string;
  options: RenderOptions;
}> = rows.map(({ latency, replicas, dependsOn, ...row }, index) => {
  const answers: Partial<ServiceAnswers> = {
    ...row,
    ...latency,
    ...replicas,
    dependsOn: [...dependsOn],
  };
  return {
    label: `${index + 1}: ${row.stack}, ${row.pipeline}, ${row.strategy}`,
    options: { ...answers, stack: row.stack },
  };
});
