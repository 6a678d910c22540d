import { BENCH_PREFIX, emptyDatabases } from './slo/databases.mjs';
import { startTypeScript } from './slo/startTypeScript.mjs';

const OBJECTIVES = 3_000;

function figuresOf(name, result) {
  return [
    {
      figure: `${OBJECTIVES} objectives in a minute, ${name}: wall time`,
      value: result.wallSeconds,
      unit: 's',
      target: { atMost: 60 },
    },
    {
      figure: `... slowest minute, ${name}`,
      value: result.slowestWallSeconds,
      unit: 's',
    },
    {
      figure: `... processor time, ${name}`,
      value: result.cpuSeconds,
      unit: 's',
    },
    {
      figure: `... reads of the source, ${name}`,
      value: result.requests,
      unit: 'reads',
    },
    {
      figure: `... statements, ${name}`,
      value: result.statements,
      unit: 'statements',
    },
    {
      figure: `... memory of the process, ${name}`,
      value: result.rssMiB,
      unit: 'MiB',
    },
    {
      figure: `... longest stall, ${name}`,
      value: result.worstStallMs,
      unit: 'ms',
    },
  ];
}

/** A minute of the engine: 3,000 objectives with a month of history each. */
export const bench = {
  peers: ['postgres'],
  run: async ({ env, runFolder, say }) => {
    const { sqliteDirectory, server } = await emptyDatabases({
      env,
      runFolder,
      name: 'evaluation',
    });
    const databases = {
      SQLite: {
        client: 'better-sqlite3',
        connection: { directory: sqliteDirectory },
      },
      PostgreSQL: {
        client: 'pg',
        prefix: BENCH_PREFIX,
        connection: server,
        plugin: { slo: { knexConfig: { pool: { max: 3 } } } },
      },
    };
    const figures = [];
    for (const [name, database] of Object.entries(databases)) {
      say(
        `${OBJECTIVES} objectives on ${name}, after filling a month of history`,
      );
      const { answer, stop } = await startTypeScript({
        file: 'plugins/slo-backend/src/evaluation/__testUtils__/benchEvaluation.ts',
        argument: { database, objectives: OBJECTIVES },
        env,
      });
      await stop();
      figures.push(...figuresOf(name, answer));
    }
    return figures;
  },
};
