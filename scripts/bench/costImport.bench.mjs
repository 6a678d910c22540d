import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeBill } from './costImport/writeBill.mjs';
import { emptyDatabases } from './slo/databases.mjs';
import { startTypeScript } from './slo/startTypeScript.mjs';

const ROWS = Number(process.env.PLIMSOLL_COST_ROWS ?? 1_000_000);
const ROUNDS = 5;

const MIB = 1024 ** 2;

const median = numbers =>
  [...numbers].sort((one, other) => one - other)[
    Math.floor(numbers.length / 2)
  ];

function figuresOf(name, rounds) {
  const of = key => median(rounds.map(round => round[key]));
  return [
    {
      figure: `${ROWS} rows, DuckDB alone, ${name}`,
      value: of('engineSeconds'),
      unit: 's',
      target: { atMost: 2 },
    },
    {
      figure: `... import with quality counts, ${name}`,
      value: of('importSeconds'),
      unit: 's',
    },
    {
      figure: `... bare sums of the same file`,
      value: of('bareSeconds'),
      unit: 's',
    },
    {
      figure: `... import to bare sums, ${name}`,
      // neighbours in time, so that a busy machine is busy for both
      value: median(
        rounds.map(round => round.importSeconds / round.bareSeconds),
      ),
      unit: 'times',
      target: { atMost: 2.5 },
    },
    {
      figure: `... memory on top, both processes, ${name}`,
      value: Math.max(...rounds.map(round => round.extraMiB)),
      unit: 'MiB',
      target: { atMost: 300 },
    },
    {
      figure: `... event loop while it reads, p99, ${name}`,
      value: of('readingStallMs'),
      unit: 'ms',
      target: { atMost: 5 },
    },
    {
      figure: `... event loop while it writes, p99, ${name}`,
      value: of('writingStallMs'),
      unit: 'ms',
    },
    { figure: `... lines kept, ${name}`, value: of('lines'), unit: 'lines' },
  ];
}

/** A month's bill of a large organisation, read, judged and kept. */
export const bench = {
  peers: ['postgres'],
  run: async ({ env, runFolder, say }) => {
    const { sqliteDirectory, postgresUrl } = await emptyDatabases({
      env,
      runFolder,
      name: 'costimport',
    });
    const directory = join(runFolder, 'cost-bill');
    mkdirSync(directory, { recursive: true });
    const file = join(directory, '2026-10.csv');
    const { bytes } = await writeBill({ file, rows: ROWS });
    say(`${ROWS} rows, ${Math.round(bytes / MIB)} MiB`);
    const databases = {
      SQLite: {
        client: 'better-sqlite3',
        connection: { filename: join(sqliteDirectory, 'cost.sqlite') },
        useNullAsDefault: true,
      },
      PostgreSQL: {
        client: 'pg',
        connection: postgresUrl,
        pool: { min: 0, max: 5 },
      },
    };
    const figures = [];
    for (const [name, knex] of Object.entries(databases)) {
      say(`${ROUNDS} imports into ${name}`);
      const { answer, stop } = await startTypeScript({
        file: 'plugins/cost-backend/src/importing/__testUtils__/benchImport.ts',
        argument: { knex, directory, rounds: ROUNDS },
        env,
      });
      await stop();
      figures.push(...figuresOf(name, answer.rounds));
    }
    rmSync(directory, { recursive: true });
    return figures;
  },
};
