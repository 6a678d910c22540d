import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { emptyDatabases } from './slo/databases.mjs';
import { startTypeScript } from './slo/startTypeScript.mjs';

const ROWS = Number(process.env.PLIMSOLL_COST_ROWS ?? 1_000_000);
const ROUNDS = 5;

const TEST_UTILS = 'plugins/cost-backend/src/importing/__testUtils__';

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
      figure: `... bare exact sums of the same file, DuckDB alone, ${name}`,
      value: of('bareSeconds'),
      unit: 's',
    },
    {
      figure: `... whole import to bare sums, ${name}`,
      // neighbours in time, so that a busy machine is busy for both
      value: median(
        rounds.map(round => round.importSeconds / round.bareSeconds),
      ),
      unit: 'times',
      target: { atMost: 2.5 },
    },
    {
      figure: `... whole import to bare sums with our quicker decimals, ${name}`,
      value: median(
        rounds.map(round => round.importSeconds / round.quickBareSeconds),
      ),
      unit: 'times',
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
      target: { atMost: 5 },
    },
    { figure: `... lines kept, ${name}`, value: of('lines'), unit: 'lines' },
    {
      figure: `... load of the machine before each import, ${name}`,
      value: of('load'),
      unit: `on ${availableParallelism()} processors`,
    },
  ];
}

/** A month's bill of a large organisation, read, judged and kept. */
export const bench = {
  peers: ['postgres'],
  run: async ({ env, runFolder, say }) => {
    const { settings } = await emptyDatabases({
      env,
      runFolder,
      name: 'costimport',
    });
    const directory = join(runFolder, 'cost-bill');
    mkdirSync(directory, { recursive: true });
    const file = join(directory, '2026-10.csv');
    const { answer: bill, stop: stopWriting } = await startTypeScript({
      file: `${TEST_UTILS}/writeLargeBill.ts`,
      argument: { file, rows: ROWS },
      env,
    });
    await stopWriting();
    say(`${ROWS} rows, ${Math.round(bill.bytes / 1e6)} MB`);
    const databases = {
      SQLite: settings.SQLite,
      PostgreSQL: { ...settings.PostgreSQL, pool: { min: 0, max: 5 } },
    };
    const figures = [];
    for (const [name, knex] of Object.entries(databases)) {
      say(`${ROUNDS} imports into ${name}`);
      const { answer, stop } = await startTypeScript({
        file: `${TEST_UTILS}/benchImport.ts`,
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
