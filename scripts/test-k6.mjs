/** `npm run test:k6`: the load test of a new service, by a k6 that is built here. */
import { Sentence } from './console/Sentence.mjs';
import { runMain } from './console/runMain.mjs';
import { bringK6 } from './peers/k6.mjs';
import { ProgramMissing } from './peers/ProgramMissing.mjs';
import { setUp } from './setup/setUp.mjs';
import { packageTests } from './testing/packageTests.mjs';
import { closingLines } from './testing/report.mjs';
import { runSuite } from './testing/runSuite.mjs';

const suite = {
  name: 'k6',
  run: packageTests({
    name: 'k6',
    plugin: 'scaffolder-backend-module-golden-path',
    match: '**/*.k6.ts',
  }),
};

async function bring() {
  try {
    return await bringK6({ env: process.env });
  } catch (error) {
    throw error instanceof ProgramMissing ? new Sentence(error.message) : error;
  }
}

await runMain(async () => {
  const machine = await setUp();
  const k6 = await bring();
  const result = await runSuite(suite, {
    options: { fast: false, only: [suite.name], files: [] },
    missing: [],
    env: { ...machine.env, ...k6 },
  });
  process.stdout.write(`\n${closingLines([result])}\n`);
  return result.failed === 0 && result.passed > 0 ? 0 : 1;
});
