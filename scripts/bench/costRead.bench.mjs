import { emptyDatabases } from './slo/databases.mjs';
import { startTypeScript } from './slo/startTypeScript.mjs';

const FLEET = {
  services: Number(process.env.PLIMSOLL_COST_SERVICES ?? 10_000),
  days: 62,
  longDays: 395,
  longServices: 100,
};
const REQUESTS = 200;

const SORTS = ['-cost', '-change', 'name', '-budgetUsed', 'cost'];

/** What readers ask, and how long the answer may take (p95, milliseconds). */
const QUESTIONS = [
  {
    name: 'page of 25 services with 13 months',
    path: n => `/services?sort=${SORTS[n % SORTS.length]}`,
    atMost: 100,
  },
  {
    name: 'entity tab',
    path: n => `/services/component/default/service-${n % FLEET.longServices}`,
    atMost: 50,
  },
  {
    name: 'page of 25 services of one owner',
    path: n => `/services?owner=group:default/team-${n % 400}`,
  },
  { name: 'overview of the bill', path: () => '/overview' },
];

/** Milliseconds of the answers, one question after the other, shortest first. */
async function ask({ url, path }) {
  const times = [];
  for (let index = 0; index < REQUESTS; index += 1) {
    // a prime stride, so that neighbours are not alike
    const question = path((index * 613) % FLEET.services);
    const began = performance.now();
    const response = await fetch(`${url}/api/cost${question}`);
    const answer = await response.json();
    if (!response.ok || answer.items?.length === 0) {
      throw new Error(`${question} answered ${response.status}`);
    }
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

/** How fast pages are over a large fleet. */
export const bench = {
  peers: ['postgres'],
  run: async ({ env, runFolder, say }) => {
    const { settings } = await emptyDatabases({
      env,
      runFolder,
      name: 'cost',
    });
    const figures = [];
    for (const [engine, database] of Object.entries(settings)) {
      say(`making ${FLEET.services} services in ${engine}, about two minutes`);
      const { answer, stop } = await startTypeScript({
        file: 'plugins/cost-backend/src/__testUtils__/serveCostFleet.ts',
        argument: { database, fleet: FLEET },
        env,
      });
      try {
        figures.push({
          figure: `working out all services anew, ${engine}`,
          value: answer.deriveSeconds,
          unit: 's',
        });
        for (const { name, path, atMost } of QUESTIONS) {
          const times = await ask({ url: answer.url, path });
          figures.push({
            figure: `${name}, ${engine}: p95`,
            value: times[Math.floor(times.length * 0.95)],
            unit: 'ms',
            ...(atMost !== undefined && { target: { atMost } }),
          });
        }
      } finally {
        await stop();
      }
    }
    return figures;
  },
};
