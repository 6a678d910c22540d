/** `npm run test:prometheus3`: the numbers and the rules, against a Prometheus 3 that is built here. */
import { Sentence } from './console/Sentence.mjs';
import { runMain } from './console/runMain.mjs';
import { bringPeers } from './peers/bringPeers.mjs';
import { ProgramMissing } from './peers/ProgramMissing.mjs';
import { bringPrometheus3 } from './peers/prometheus3.mjs';
import { setUp } from './setup/setUp.mjs';
import { closingLines } from './testing/report.mjs';
import { runSuite } from './testing/runSuite.mjs';
import { e2e } from './testing/suites/e2e.mjs';
import { unit } from './testing/suites/unit.mjs';

/** Of each suite, the test files in which a Prometheus is asked. */
const ASKED = [
  [
    unit,
    ['slo-backend/src/prometheus/.*real', '(alerts|check|burnRules).promtool'],
  ],
  [e2e, ['truth.spec', 'rules.spec']],
];

async function bring() {
  try {
    return await bringPrometheus3({ env: process.env });
  } catch (error) {
    throw error instanceof ProgramMissing ? new Sentence(error.message) : error;
  }
}

async function main() {
  const machine = await setUp();
  const prometheus = await bring();
  const { variables, missing } = await bringPeers({
    names: ['victoria-metrics', 'alertmanager', 'chromium'],
    machine,
  });
  const env = { ...machine.env, ...variables, ...prometheus };
  const results = [];
  for (const [suite, files] of ASKED) {
    const options = { fast: false, only: [suite.name], files };
    results.push(await runSuite(suite, { options, missing, env }));
  }
  process.stdout.write(`\n${closingLines(results)}\n`);
  return results.every(({ failed }) => failed === 0) ? 0 : 1;
}

await runMain(main);
