import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { DoorsProcess } from './doors/DoorsProcess.mjs';
import { openDatabases } from './doors/openDatabases.mjs';
import { keptConnections, SECRET, sendEvent } from './doors/sendEvent.mjs';

/** Events of the run that goes as fast as it can. */
const EVENTS = Number(process.env.PLIMSOLL_INGEST_EVENTS ?? 20_000);
/** Seconds of the run at an even pace. */
const SECONDS = Number(process.env.PLIMSOLL_INGEST_SECONDS ?? 20);
const PACE = 500;
const CONNECTIONS = 64;

const TARGETS = { SQLite: 400, PostgreSQL: 1_500 };

/** Events a second that are committed and answered with 202. */
async function atFullSpeed({ port, agent, from }) {
  let next = from;
  let accepted = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (next < from + EVENTS) {
        const number = next++;
        const status = await sendEvent({ port, agent, number });
        accepted += status === 202 ? 1 : 0;
      }
    }),
  );
  return (accepted * 1_000) / (performance.now() - began);
}

/** Milliseconds of each answer at an even pace, shortest first; lost ones last. */
async function atEvenPace({ port, agent, from }) {
  const times = [];
  const began = performance.now();
  const sent = [];
  for (let index = 0; index < PACE * SECONDS; index += 1) {
    const due = began + (index * 1_000) / PACE;
    const early = due - performance.now();
    if (early > 1) {
      await sleep(early);
    }
    sent.push(
      sendEvent({ port, agent, number: from + index }).then(status => {
        // counted from when it was due, so that waiting counts too
        times.push(status === 202 ? performance.now() - due : Infinity);
      }),
    );
  }
  await Promise.all(sent);
  return times.sort((one, other) => one - other);
}

/** Deliveries over HTTP with signatures, while they are read as well. */
export const bench = {
  run: async ({ env, installEnv, runFolder, say }) => {
    const { postgres, databases } = await openDatabases({
      runFolder,
      installEnv,
      name: 'ingest',
    });
    const figures = [];
    for (const [name, knex] of Object.entries(databases)) {
      const argument = { knex, secret: SECRET, effects: 'observe' };
      const doors = await DoorsProcess.start({ argument, env });
      const agent = keptConnections(CONNECTIONS);
      const { port } = doors;
      say(`${EVENTS} events on ${name}`);
      await Promise.all(
        Array.from({ length: 500 }, (_, number) =>
          sendEvent({ port, agent, number }),
        ),
      );
      const perSecond = await atFullSpeed({ port, agent, from: 1_000_000 });
      // what was taken in is read before the next run
      await sleep(5_000);
      say(`${PACE} events a second for ${SECONDS} s on ${name}`);
      const times = await atEvenPace({ port, agent, from: 2_000_000 });
      agent.destroy();
      await doors.kill();
      figures.push(
        {
          figure: `events taken in, ${name}`,
          value: perSecond,
          unit: 'events/s',
          target: { atLeast: TARGETS[name] },
        },
        {
          figure: `answer at ${PACE} events/s, p99, ${name}`,
          value: times[Math.ceil(times.length * 0.99) - 1],
          unit: 'ms',
          ...(name === 'PostgreSQL' ? { target: { atMost: 250 } } : {}),
        },
      );
    }
    await postgres.stop();
    return figures;
  },
};
