import { askAtPace, quantile } from './slo/askAtPace.mjs';
import { emptyDatabases } from './slo/databases.mjs';
import { startTypeScript } from './slo/startTypeScript.mjs';

const FOLDER = 'plugins/slo-backend/src/evaluation/__testUtils__/fleet';
const PAGES_PER_SECOND = 50;
const CARDS_PER_SECOND = 5;
const MINUTE_MS = 60_000;
/** Of a day's gap so much is waited for; the rest takes as long again. */
const GAP_SECONDS = 45;

/** Pages of 25 as a reader of a hundredth of the fleet turns them. */
const PAGES = [
  () => 'limit=25',
  () => 'limit=25&sort=budget',
  n => `limit=25&sort=-burn&q=service-${n % 100}`,
  n => `limit=25&system=system:default/system-${n % 50}`,
  () => 'limit=25&sort=name&state=ok',
  n => `limit=25&q=latency-${n}`,
];

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

async function turn(control, act) {
  const response = await fetch(`${control}/${act}`);
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return response.json();
}

/** Waits until a second past the next full minute. */
async function nextMinute() {
  await sleep(MINUTE_MS - (Date.now() % MINUTE_MS) + 500);
}

/** Minutes of work with readers beside it. */
async function readWhileEvaluating({ url, control, minutes, objectives }) {
  await nextMinute();
  await turn(control, 'reset');
  const seconds = minutes * 60 - 2;
  const list = `${url}/api/slo/objectives?`;
  // services of the reader's team are 7, 107, 207 and so on
  const services = objectives / 3;
  const [pages, cards] = await Promise.all([
    askAtPace({
      perSecond: PAGES_PER_SECOND,
      seconds,
      urlOf: n => list + PAGES[n % PAGES.length]((n * 613) % 997),
    }),
    askAtPace({
      perSecond: CARDS_PER_SECOND,
      seconds,
      urlOf: n =>
        `${list}entityRef=component:default/service-${
          ((n * 100) % services) + 7
        }`,
    }),
  ]);
  return { pages, cards, figures: await turn(control, 'figures') };
}

/** How long a day that nobody measured will take, minutes. */
async function timeGap(control) {
  const { open } = await turn(control, 'gap');
  const began = performance.now();
  let left = open;
  while (left > 0 && performance.now() - began < GAP_SECONDS * 1_000) {
    await sleep(500);
    ({ open: left } = await turn(control, 'open'));
  }
  const minutes = (performance.now() - began) / MINUTE_MS;
  return (minutes * open) / Math.max(1, open - left);
}

function worst(figures, key) {
  return Math.max(...figures.minutes.map(minute => minute[key]));
}

async function measure({ name, database, objectives, minutes, env, say }) {
  say(`filling a month of ${objectives} objectives on ${name}`);
  const filled = await startTypeScript({
    file: `${FOLDER}/fillFleet.ts`,
    argument: { database, objectives },
    env,
  });
  await filled.stop();
  const { answer, stop } = await startTypeScript({
    file: `${FOLDER}/serveFleet.ts`,
    argument: { database, objectives },
    env,
  });
  try {
    const { url, control } = answer;
    await sleep(10_000);
    await turn(control, 'begin');
    await nextMinute();
    say(`${objectives} objectives on ${name}: the first minute of a day`);
    await nextMinute();
    const first = await turn(control, 'figures');
    say(`${objectives} objectives on ${name}: ${minutes} minutes with readers`);
    const { pages, cards, figures } = await readWhileEvaluating({
      url,
      control,
      minutes,
      objectives,
    });
    const evaluated = figures.minutes.reduce((n, m) => n + m.objectives, 0);
    say(`a day's gap on ${name}`);
    const gapMinutes = await timeGap(control);
    return [
      {
        figure: `${objectives} objectives: slowest minute`,
        value: worst(figures, 'seconds'),
        unit: 's',
        target: { atMost: 20 },
      },
      {
        figure: `... evaluated a minute`,
        value: evaluated / minutes,
        unit: 'objectives',
        target: { atLeast: objectives },
      },
      {
        figure: `... first minute of a day`,
        value: worst(first, 'seconds'),
        unit: 's',
        target: { atMost: 60 },
      },
      {
        figure: `... processor of the backend`,
        value: figures.cpuShare * 100,
        unit: '%',
      },
      {
        figure: `... page of 25 at ${PAGES_PER_SECOND}/s: p95`,
        value: quantile(pages, 0.95),
        unit: 'ms',
        target: { atMost: 50 },
      },
      {
        figure: `... entity card: p95`,
        value: quantile(cards, 0.95),
        unit: 'ms',
        target: { atMost: 30 },
      },
      {
        figure: `... longest stall`,
        value: figures.worstStallMs,
        unit: 'ms',
        target: { atMost: 100 },
      },
      {
        figure: `... memory beyond that at rest`,
        value: Math.max(figures.extraRssMiB, first.extraRssMiB),
        unit: 'MiB',
        target: { atMost: 150 },
      },
      {
        figure: `... a gap of 24 hours, from ${GAP_SECONDS} s of it`,
        value: gapMinutes,
        unit: 'min',
        target: { atMost: 10 },
      },
    ].map(figure => ({ ...figure, figure: `${figure.figure}, ${name}` }));
  } finally {
    await stop();
  }
}

/** 10,000 services with three objectives each, and people who look at them. */
export const bench = {
  peers: ['postgres'],
  run: async ({ env, runFolder, say }) => {
    const { settings } = await emptyDatabases({
      env,
      runFolder,
      name: 'fleet',
    });
    const postgres = await measure({
      name: 'PostgreSQL',
      database: settings.PostgreSQL,
      objectives: 30_000,
      minutes: 2,
      env,
      say,
    });
    const sqlite = await measure({
      name: 'SQLite',
      database: settings.SQLite,
      objectives: 3_000,
      minutes: 1,
      env,
      say,
    });
    return [...postgres, ...sqlite];
  },
};
