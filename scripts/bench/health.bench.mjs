import { emptyDatabases } from './slo/databases.mjs';
import { startTypeScript } from './slo/startTypeScript.mjs';

const SERVICES = Number(process.env.PLIMSOLL_HEALTH_SERVICES ?? 10_000);
const REQUESTS = 300;

const SORTS = [
  'worst',
  'budget',
  'change-failure-rate',
  'deployed',
  'cost',
  'trend',
  'unit-cost',
  'name',
  'owner',
  'incident',
];

/** What readers ask, and how long the answer may take (p95, milliseconds). */
const QUESTIONS = [
  {
    name: 'fleet page of 25 services, all orders',
    path: n => `/services?sort=${SORTS[n % SORTS.length]}`,
    atMost: 200,
  },
  {
    name: 'fleet page of 25 services, filtered',
    path: n =>
      [
        `/services?owner=group:default/team-${n % 200}`,
        `/services?state=burning&sort=budget&lifecycle=production`,
        `/services?q=${n % 97}&sort=cost`,
        `/services?system=system:default/system-${n % 200}`,
      ][n % 4],
    atMost: 200,
  },
  { name: 'strip', path: () => '/services/strip', atMost: 200 },
  {
    name: 'overview of one service',
    path: n => `/services/component/default/service-${(n % 25) * 400}`,
    atMost: 200,
  },
];

/** Milliseconds of the answers, one question after the other, shortest first. */
async function ask({ url, path }) {
  const times = [];
  for (let index = 0; index < REQUESTS; index += 1) {
    // a prime stride, so that neighbours are not alike
    const question = path((index * 613) % SERVICES);
    const began = performance.now();
    const response = await fetch(`${url}/api/service-health${question}`);
    const answer = await response.json();
    if (!response.ok || answer.items?.length === 0) {
      throw new Error(
        `${question} answered ${response.status} with ${answer.items?.length} items`,
      );
    }
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

/** The policy shows half of the fleet: without it, figures would flatter. */
async function checkPolicy(url) {
  const page = await (await fetch(`${url}/api/service-health/services`)).json();
  if (page.totalItems !== SERVICES / 2) {
    throw new Error(
      `${page.totalItems} of ${SERVICES} services are visible, where the policy shows half of them`,
    );
  }
}

/** How fast the joined view is over a large fleet, with a policy of conditions. */
export const bench = {
  peers: ['postgres'],
  run: async ({ env, runFolder, say }) => {
    const { settings } = await emptyDatabases({
      env,
      runFolder,
      name: 'health',
    });
    const figures = [];
    for (const [engine, database] of Object.entries(settings)) {
      say(`joining ${SERVICES} services in ${engine}, about a minute`);
      const { answer, stop } = await startTypeScript({
        file: 'plugins/service-health-backend/src/__testUtils__/serveHealthFleet.ts',
        argument: { database, services: SERVICES },
        env,
      });
      try {
        figures.push({
          figure: `start and first pull of ${SERVICES} services, ${engine}`,
          value: answer.pullSeconds,
          unit: 's',
        });
        await checkPolicy(answer.url);
        for (const { name, path, atMost } of QUESTIONS) {
          const times = await ask({ url: answer.url, path });
          figures.push({
            figure: `${name}, ${engine}: p95`,
            value: times[Math.floor(times.length * 0.95)],
            unit: 'ms',
            target: { atMost },
          });
        }
      } finally {
        await stop();
      }
    }
    return figures;
  },
};
