/** `npm run bench`: measures what Plimsoll promises and prints a table. */
import { writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBenches } from './bench/findBenches.mjs';
import { benchTable, isMissed } from './bench/benchTable.mjs';
import { runBench } from './bench/runBench.mjs';
import { runMain } from './console/runMain.mjs';
import { startGuarded } from './process/startGuarded.mjs';
import { fitsPortal } from './setup/nodeVersion.mjs';
import { paths } from './setup/paths.mjs';
import { setUp } from './setup/setUp.mjs';

/** Benches use the packages of the portal, so they run on the portal's Node. */
async function runOnPortalsNode() {
  const { exitCode } = await startGuarded({
    command: join(paths.runtime, 'bin', 'node'),
    args: [fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    env: process.env,
  }).exited;
  return exitCode ?? 1;
}

async function main() {
  const machine = await setUp();
  if (!fitsPortal(process.version)) {
    return runOnPortalsNode();
  }
  const benches = await findBenches({ only: process.argv.slice(2) });
  const figures = [];
  for (const bench of benches) {
    figures.push(...(await runBench(bench, machine)));
  }
  const results =
    process.env.PLIMSOLL_RESULTS ?? join(paths.results, 'bench.json');
  mkdirSync(dirname(results), { recursive: true });
  writeFileSync(results, `${JSON.stringify(figures, null, 2)}\n`);
  process.stdout.write(`\n${benchTable(figures)}\n`);
  return figures.some(isMissed) ? 1 : 0;
}

await runMain(main);
