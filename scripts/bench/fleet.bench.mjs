import { askAtPace, quantile } from './slo/askAtPace.mjs';
import { emptyDatabases } from './slo/databases.mjs';
import { startTypeScript } from './slo/startTypeScript.mjs';

const FOLDER = 'plugins/slo-backend/src/evaluation/__testUtils__/fleet';
const PAGES_PER_SECOND = 50;
const CARDS_PER_SECOND = 5;
const MINUTE_MS = 60_000;
/** So long a day's gap is watched; the rest of it takes as long again. */
const GAP_SECONDS = 30;
/** So long it is watched what the process holds, seconds. */
const HELD_SECONDS = 30;
/** Until all of the fleet was read anew, on the slowest machine. */
const PATIENCE_MS = 180_000;

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

/** Waits until the next full minute. */
async function nextMinute() {
  await sleep(MINUTE_MS - (Date.now() % MINUTE_MS));
}

/** Lets the backend read the whole month of each objective, seconds. */
async function readAnew(control, objectives) {
  const began = performance.now();
  await turn(control, 'begin');
  for (;;) {
    await sleep(250);
    const { minutes } = await turn(control, 'figures');
    const evaluated = minutes.reduce(
      (sum, minute) => sum + minute.objectives,
      0,
    );
    if (evaluated >= objectives) {
      return (performance.now() - began) / 1_000;
    }
    if (performance.now() - began > PATIENCE_MS) {
      throw new Error(`Only ${evaluated} objectives were evaluated`);
    }
  }
}

/** Minutes of work with readers beside it. */
async function readWhileEvaluating({ url, control, minutes, objectives }) {
  const { extraRssMiB } = await turn(control, 'figures');
  await nextMinute();
  await turn(control, 'reset');
  const seconds = minutes * 60 - 2;
  const [pages, cards] = await readFleet({ url, objectives, seconds });
  const figures = await turn(control, 'figures');
  return {
    pages,
    cards,
    figures: {
      ...figures,
      extraRssMiB: Math.max(extraRssMiB, figures.extraRssMiB),
    },
  };
}

/** How long the pages and cards took that readers asked for, milliseconds. */
async function readFleet({ url, objectives, seconds }) {
  const list = `${url}/api/slo/objectives?`;
  // services of the reader's team are 7, 107, 207 and so on
  const services = objectives / 3;
  return Promise.all([
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
}

/**
 * What evaluating and reading hold, MiB beyond rest, when garbage is collected
 * before each look. V8 lets garbage lie by what the whole process holds, here a
 * catalog of 40,000 entities, and keeps the memory of garbage: without this the
 * start of the process decides over the figure.
 */
async function watchHeld({ url, control, objectives }) {
  await nextMinute();
  await turn(control, 'held');
  await readFleet({ url, objectives, seconds: HELD_SECONDS });
  const { extraHeldMiB } = await turn(control, 'figures');
  await turn(control, 'reset');
  return extraHeldMiB;
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
    // the catalog is read at the start
    await sleep(8_000);
    say(`${objectives} objectives on ${name}: all read anew`);
    const anew = await readAnew(control, objectives);
    say(`${objectives} objectives on ${name}: ${minutes} min with readers`);
    const { pages, cards, figures } = await readWhileEvaluating({
      url,
      control,
      minutes,
      objectives,
    });
    const evaluated = figures.minutes.reduce((n, m) => n + m.objectives, 0);
    say(`${objectives} objectives on ${name}: what they hold`);
    const heldMiB = await watchHeld({ url, control, objectives });
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
        figure: `... all read anew, a month each`,
        value: anew,
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
        value: figures.extraRssMiB,
        unit: 'MiB',
        target: { atMost: 150 },
      },
      {
        // no verdict: eight seconds after the start the catalog may still be
        // followed, so that what counts as rest holds more than rest does
        figure: `... without garbage, then and now`,
        value: heldMiB,
        unit: 'MiB',
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

/** What is measured on each database. */
const FLEETS = [
  { name: 'PostgreSQL', objectives: 30_000 },
  { name: 'SQLite', objectives: 3_000 },
];

/**
 * 10,000 services with three objectives each, and people who look at them.
 * PLIMSOLL_FLEET_DATABASE names one of the databases to measure that alone.
 */
export const bench = {
  peers: ['postgres'],
  run: async ({ env, runFolder, say }) => {
    const { settings } = await emptyDatabases({
      env,
      runFolder,
      name: 'fleet',
    });
    const only = process.env.PLIMSOLL_FLEET_DATABASE;
    const fleets = FLEETS.filter(({ name }) => !only || only === name);
    if (fleets.length === 0) {
      const names = FLEETS.map(({ name }) => `'${name}'`).join(' or ');
      throw new Error(
        `PLIMSOLL_FLEET_DATABASE is '${only}'; set it to ${names}, or leave it out`,
      );
    }
    const figures = [];
    for (const { name, objectives } of fleets) {
      const database = settings[name];
      figures.push(
        ...(await measure({
          name,
          database,
          objectives,
          minutes: 1,
          env,
          say,
        })),
      );
    }
    return figures;
  },
};
