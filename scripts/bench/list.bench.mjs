import { askAtPace, quantile } from './slo/askAtPace.mjs';
import { emptyDatabases } from './slo/databases.mjs';
import { startTypeScript } from './slo/startTypeScript.mjs';

const OBJECTIVES = 3_000;
const REQUESTS_PER_SECOND = 50;
const SECONDS = 20;

/** What readers ask: pages, one service, filters and searches. */
const QUERIES = [
  '',
  'limit=100',
  'sort=budget',
  'sort=-burn&state=ok',
  'entityRef=component:default/service-17',
  'owner=group:default/team-7',
  'system=system:default/system-42',
  'q=latency',
];

async function waitUntilEvaluated(url) {
  const deadline = Date.now() + 180_000;
  while (Date.now() < deadline) {
    const page = await (
      await fetch(`${url}/api/slo/objectives?limit=1`)
    ).json();
    if (page.totalItems === OBJECTIVES && page.stateCounts['no-data'] === 0) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 1_000));
  }
  throw new Error('The fleet was not evaluated within three minutes');
}

/** The same kinds of questions, hardly one of which is asked twice. */
const DIFFERENT_QUERIES = [
  n => `q=service-${n}`,
  n => `limit=${1 + (n % 100)}`,
  n => `sort=budget&q=${n}`,
  n => `sort=-burn&state=ok&limit=${1 + (n % 100)}`,
  n => `entityRef=component:default/service-${n}`,
  n => `owner=group:default/team-${n % 40}&limit=${1 + (n % 100)}`,
  n => `system=system:default/system-${n % 100}&limit=${1 + (n % 100)}`,
  n => `q=latency+${n}`,
];

/** By how they ask; a prime stride, so that neighbours are not alike. */
const MIXES = {
  'eight questions': index => QUERIES[index % QUERIES.length],
  'all different': index =>
    DIFFERENT_QUERIES[index % DIFFERENT_QUERIES.length]((index * 613) % 997),
};

/** How fast lists are while the engine works beside them. */
export const bench = {
  peers: ['postgres'],
  run: async ({ env, runFolder, say }) => {
    const { settings } = await emptyDatabases({
      env,
      runFolder,
      name: 'list',
    });
    const figures = [];
    for (const [name, database] of Object.entries(settings)) {
      say(`lists of ${OBJECTIVES} objectives on ${name}`);
      const { answer, stop } = await startTypeScript({
        file: 'plugins/slo-backend/src/service/__testUtils__/serveFleet.ts',
        argument: { database, objectives: OBJECTIVES },
        env,
      });
      try {
        await waitUntilEvaluated(answer.url);
        for (const [asked, queryOf] of Object.entries(MIXES)) {
          const times = await askAtPace({
            perSecond: REQUESTS_PER_SECOND,
            seconds: SECONDS,
            urlOf: index =>
              `${answer.url}/api/slo/objectives?${queryOf(index)}`,
          });
          for (const [share, label] of [
            [0.5, 'p50'],
            [0.95, 'p95'],
          ]) {
            figures.push({
              figure: `GET objectives at ${REQUESTS_PER_SECOND}/s, ${asked}, ${name}: ${label}`,
              value: quantile(times, share),
              unit: 'ms',
              ...(label === 'p95' ? { target: { atMost: 150 } } : {}),
            });
          }
        }
      } finally {
        await stop();
      }
    }
    return figures;
  },
};
