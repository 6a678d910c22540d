/** `npm test`: sets everything up, runs the suites and counts. */
import { runMain } from './console/runMain.mjs';
import { bringPeers } from './peers/bringPeers.mjs';
import { setUp } from './setup/setUp.mjs';
import { suites } from './testing/allSuites.mjs';
import { chooseSuites } from './testing/chooseSuites.mjs';
import { readTestOptions } from './testing/readTestOptions.mjs';
import { closingLines, withoutSkips } from './testing/report.mjs';
import { runSuite } from './testing/runSuite.mjs';

async function main() {
  const options = readTestOptions(process.argv.slice(2), {
    suites: suites.map(({ name }) => name),
  });
  const chosen = chooseSuites(suites, options);
  const machine = await setUp();
  const names = options.fast ? [] : chosen.flatMap(suite => suite.peers);
  const { variables, missing } = await bringPeers({
    names: [...new Set(names)],
    machine,
  });

  // who asks for --fast has chosen to leave things out
  const isComplete = process.env.CI === 'true' && !options.fast;
  const results = [];
  for (const suite of chosen) {
    const result = await runSuite(suite, {
      options,
      missing,
      env: { ...machine.env, ...variables },
    });
    results.push(isComplete ? withoutSkips(result) : result);
  }
  process.stdout.write(`\n${closingLines(results)}\n`);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  return passed > 0 && results.every(({ failed }) => failed === 0) ? 0 : 1;
}

await runMain(main);
