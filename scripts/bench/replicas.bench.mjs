import { emptyDatabases } from './slo/databases.mjs';
import { startTypeScript } from './slo/startTypeScript.mjs';

const ROUNDS = 50;

/** A replica of three is killed in each round, while it evaluates. */
export const bench = {
  peers: ['postgres'],
  run: async ({ env, runFolder, say }) => {
    const knex = {};
    for (const name of ['short', 'real']) {
      const { postgresUrl } = await emptyDatabases({
        env,
        runFolder,
        name: `replicas_${name}`,
      });
      knex[name] = { client: 'pg', connection: postgresUrl };
    }
    say(`${ROUNDS} rounds on PostgreSQL, then two with the lease of 30 s`);
    const { answer, stop } = await startTypeScript({
      file: 'plugins/slo-backend/src/evaluation/__testUtils__/rounds/benchReplicas.ts',
      argument: { knex, rounds: ROUNDS },
      env,
    });
    await stop();
    const none = (figure, value) => ({
      figure,
      value,
      unit: 'of ' + answer.buckets,
      target: { atMost: 0 },
    });
    return [
      {
        figure: `rounds in which a killed replica left work, of ${ROUNDS}`,
        value: answer.leftBehind,
        unit: 'rounds',
        target: { atLeast: ROUNDS / 5 },
      },
      none('buckets missing', answer.missing),
      none('buckets counted twice', answer.countedTwice),
      none('buckets with an older answer', answer.outdated),
      {
        figure: 'pages whose sums are wrong',
        value: answer.wrongSums,
        unit: 'pages',
        target: { atMost: 0 },
      },
      {
        figure: `told as two, of ${answer.notified}`,
        value: answer.notifiedTwice,
        unit: 'events',
        target: { atMost: 0 },
      },
      {
        figure: 'sent again after a kill, replacing the first',
        value: answer.sentAgain,
        unit: 'notifications',
        target: { atMost: 2 * ROUNDS },
      },
      {
        figure: 'slowest takeover, lease of 2 s',
        value: answer.slowestTakeoverSeconds,
        unit: 's',
      },
      {
        figure: 'slowest takeover, lease of 30 s',
        value: answer.slowestRealTakeoverSeconds,
        unit: 's',
        target: { atMost: 45 },
      },
    ];
  },
};
