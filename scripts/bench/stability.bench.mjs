import { createRequire } from 'node:module';
import { emptyDatabases } from './slo/databases.mjs';
import { startTypeScript } from './slo/startTypeScript.mjs';
import { fillInbox } from './stability/fillInbox.mjs';

const { Client } = createRequire(import.meta.url)('pg');

const SERVICES = Number(process.env.PLIMSOLL_STABILITY_SERVICES ?? 10_000);
const DEPLOYMENTS = 100;
const REQUESTS = 400;
/** Came while the portal was away, as many of each service. */
const EVENTS = Number(process.env.PLIMSOLL_STABILITY_EVENTS ?? 10 * SERVICES);

const WINDOWS = [30, 90, 180];
const SORTS = ['change-failure-rate', 'recovery', 'frequency', 'name'];

/** What readers ask, and how long the answer may take (p95, milliseconds). */
const QUESTIONS = [
  {
    name: 'metrics of one service',
    path: n =>
      `/metrics?entityRef=component:default/service-${n}&window=${
        WINDOWS[n % 3]
      }`,
    atMost: 30,
  },
  {
    name: 'metrics of one service, any window',
    path: n =>
      `/metrics?entityRef=component:default/service-${n}&from=2026-09-20T00:00:00Z&to=2026-11-19T00:00:00Z`,
  },
  {
    name: 'fleet page',
    path: n => `/services?sort=${SORTS[n % 4]}&window=${WINDOWS[n % 3]}`,
    atMost: 150,
  },
  {
    name: 'deployments of one service',
    path: n => `/deployments?entityRef=component:default/service-${n}`,
  },
  { name: 'open incidents', path: () => '/incidents?open=true' },
];

/** Milliseconds of the answers, one question after the other, shortest first. */
async function ask({ url, path }) {
  const times = [];
  for (let index = 0; index < REQUESTS; index += 1) {
    // a prime stride, so that neighbours are not alike
    const question = path((index * 613) % SERVICES);
    const began = performance.now();
    const response = await fetch(`${url}/api/stability${question}`);
    await response.arrayBuffer();
    if (!response.ok) {
      throw new Error(`${question} answered ${response.status}`);
    }
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

/** Seconds until every event is a fact. */
async function drain(client) {
  const began = performance.now();
  for (;;) {
    const { rows } = await client.query(
      `select (select count(*) from stability_inbox where state = 'waiting')
            + (select count(*) from stability_dirty) as left`,
    );
    const seconds = (performance.now() - began) / 1_000;
    if (rows[0].left === '0' || seconds > 600) {
      return seconds;
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

/** How fast lists are over a fleet with a long past, and how fast it catches up. */
export const bench = {
  peers: ['postgres'],
  run: async ({ env, runFolder, say }) => {
    const { postgresUrl } = await emptyDatabases({
      env,
      runFolder,
      name: 'stability',
    });
    say(
      `making ${
        SERVICES * DEPLOYMENTS
      } deployments of ${SERVICES} services, about three minutes`,
    );
    const { answer, stop } = await startTypeScript({
      file: 'plugins/stability-backend/src/__testUtils__/serveStabilityFleet.ts',
      argument: {
        database: {
          client: 'pg',
          connection: postgresUrl,
          pool: { min: 0, max: 5 },
        },
        services: SERVICES,
        deployments: DEPLOYMENTS,
      },
      env,
    });
    const client = new Client(postgresUrl);
    await client.connect();
    try {
      const figures = [];
      for (const { name, path, atMost } of QUESTIONS) {
        const times = await ask({ url: answer.url, path });
        figures.push({
          figure: `${name}, PostgreSQL: p95`,
          value: times[Math.floor(times.length * 0.95)],
          unit: 'ms',
          ...(atMost !== undefined && { target: { atMost } }),
        });
      }
      say(`${EVENTS} events wait, of ${SERVICES} services`);
      await fillInbox({ client, events: EVENTS, services: SERVICES });
      figures.push({
        figure: `backlog of ${EVENTS} events of ${SERVICES} services until all are facts, PostgreSQL`,
        value: await drain(client),
        unit: 's',
        target: { atMost: 60 },
      });
      return figures;
    } finally {
      await client.end();
      await stop();
    }
  },
};
