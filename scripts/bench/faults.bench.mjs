import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { DoorsProcess } from './doors/DoorsProcess.mjs';
import { openDatabases } from './doors/openDatabases.mjs';
import { keptConnections, SECRET, sendEvent } from './doors/sendEvent.mjs';

const createKnex = createRequire(import.meta.url)('knex');

/** `short` takes about two minutes, the whole about fifteen. */
const IS_SHORT = process.env.PLIMSOLL_FAULTS === 'short';
const ROUNDS = Number(
  process.env.PLIMSOLL_FAULTS_ROUNDS ?? (IS_SHORT ? 10 : 200),
);
const EVENTS = Number(
  process.env.PLIMSOLL_FAULTS_EVENTS ?? (IS_SHORT ? 10_000 : 100_000),
);
const STOPS = Number(process.env.PLIMSOLL_FAULTS_STOPS ?? (IS_SHORT ? 3 : 20));
const CONNECTIONS = 32;

/**
 * Sends events until each was answered with 202. What was not is sent again, as
 * senders do; what was, never.
 */
class Sender {
  acknowledged = new Set();
  #next = 0;
  #again = [];
  #inFlight = new Set();
  #isStopped = true;
  #lanes;

  start(port) {
    const agent = keptConnections(CONNECTIONS);
    this.#isStopped = false;
    this.#lanes = Promise.all(
      Array.from({ length: CONNECTIONS }, () => this.#lane(port, agent)),
    ).then(() => agent.destroy());
  }

  async stop() {
    this.#isStopped = true;
    await this.#lanes;
  }

  get isDone() {
    return this.acknowledged.size === EVENTS;
  }

  async #lane(port, agent) {
    while (!this.#isStopped && !this.isDone) {
      const number = this.#again.pop() ?? this.#fresh();
      if (number === undefined) {
        await sleep(5);
        continue;
      }
      this.#inFlight.add(number);
      const status = await sendEvent({ port, agent, number });
      this.#inFlight.delete(number);
      if (status === 202) {
        this.acknowledged.add(number);
      } else {
        this.#again.push(number);
        await sleep(20);
      }
    }
  }

  #fresh() {
    return this.#next < EVENTS ? this.#next++ : undefined;
  }
}

/** Waits until so many events are acknowledged, or all. */
async function untilAcknowledged(sender, count) {
  while (sender.acknowledged.size < count && !sender.isDone) {
    await sleep(2);
  }
}

/** What the database holds at the end, beside what was answered for. */
async function account({ knex, acknowledged }) {
  const client = createKnex({ ...knex, useNullAsDefault: true });
  const deadline = Date.now() + 300_000;
  const waiting = async () => {
    const [{ count }] = await client('stability_inbox')
      .where({ state: 'waiting' })
      .count({ count: '*' });
    return Number(count);
  };
  while ((await waiting()) > 0 && Date.now() < deadline) {
    await sleep(200);
  }
  const rows = await client('test_applied')
    .select('id')
    .count({ times: '*' })
    .groupBy('id');
  await client.destroy();
  const times = new Map(rows.map(row => [row.id, Number(row.times)]));
  return {
    lost: [...acknowledged].filter(
      number => !times.has(`github:deployment_status:${number}`),
    ).length,
    twice: [...times.values()].filter(count => count > 1).length,
  };
}

/** Kills and stops at moments that nobody chose, then counts. */
async function withFaults({ name, knex, postgres, env, say }) {
  const argument = { knex, secret: SECRET, effects: 'count' };
  const sender = new Sender();
  const stops = postgres ? STOPS : 0;
  const faults = ROUNDS + stops;
  let kills = 0;
  let crashes = 0;
  let doors = await DoorsProcess.start({ argument, env });
  for (let fault = 0; fault < faults; fault += 1) {
    sender.start(doors.port);
    const share = (fault + 0.2 + Math.random() * 0.7) / faults;
    await untilAcknowledged(sender, Math.floor(share * EVENTS));
    await sleep(Math.random() * 20);
    // spread evenly among the kills
    const isCrash =
      Math.floor(((fault + 1) * stops) / faults) >
      Math.floor((fault * stops) / faults);
    if (isCrash) {
      await postgres.crash();
      crashes += 1;
      await sender.stop();
    } else {
      await doors.kill();
      kills += 1;
      await sender.stop();
      doors = await DoorsProcess.start({ argument, env });
    }
    if ((fault + 1) % 20 === 0) {
      say(
        `${name}: ${kills} kills, ${crashes} stops, ` +
          `${sender.acknowledged.size} events acknowledged`,
      );
    }
  }
  sender.start(doors.port);
  await untilAcknowledged(sender, EVENTS);
  await sender.stop();
  const { lost, twice } = await account({
    knex,
    acknowledged: sender.acknowledged,
  });
  await doors.kill();
  return { kills, crashes, lost, twice, events: sender.acknowledged.size };
}

/** Nothing that was answered for is lost, and nothing is applied twice. */
export const bench = {
  run: async ({ env, installEnv, runFolder, say }) => {
    const { postgres, databases } = await openDatabases({
      runFolder,
      installEnv,
      name: 'faults',
    });
    const figures = [];
    for (const [name, knex] of Object.entries(databases)) {
      const result = await withFaults({
        name,
        knex,
        postgres: name === 'PostgreSQL' ? postgres : undefined,
        env,
        say,
      });
      figures.push(
        {
          figure: `events acknowledged, ${name}`,
          value: result.events,
          unit: 'events',
          target: { atLeast: EVENTS },
        },
        {
          figure: `... kill -9 meanwhile, ${name}`,
          value: result.kills,
          unit: 'kills',
          target: { atLeast: ROUNDS },
        },
        ...(result.crashes > 0
          ? [
              {
                figure: `... immediate stops of ${name} meanwhile`,
                value: result.crashes,
                unit: 'stops',
                target: { atLeast: STOPS },
              },
            ]
          : []),
        {
          figure: `... acknowledged and lost, ${name}`,
          value: result.lost,
          unit: 'events',
          target: { atMost: 0 },
        },
        {
          figure: `... applied twice, ${name}`,
          value: result.twice,
          unit: 'events',
          target: { atMost: 0 },
        },
      );
    }
    await postgres.stop();
    return figures;
  },
};
