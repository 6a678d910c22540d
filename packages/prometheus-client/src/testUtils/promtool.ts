import { execFileSync } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const ABSENCE =
  'promtool was not found: set PROMTOOL_BIN, or put it on PATH, to compare with what Prometheus says';

/**
 * promtool, named by PROMTOOL_BIN or found on PATH. Where there is none this
 * says so and gives undefined, so that tests can be skipped.
 *
 * @throws in a full run with CI=true, where nothing may be skipped
 */
export function findPromtool(): string | undefined {
  const candidates = process.env.PROMTOOL_BIN
    ? [process.env.PROMTOOL_BIN]
    : (process.env.PATH ?? '')
        .split(delimiter)
        .map(folder => join(folder, 'promtool'));
  const found = candidates.find(path => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) {
    if (process.env.CI === 'true' && process.env.PLIMSOLL_TEST_FAST !== '1') {
      throw new Error(ABSENCE);
    }
    process.stderr.write(`${ABSENCE}; skipped.\n`);
  }
  return found;
}

/** Rules and the tests on them, in the words of `promtool test rules`. */
export interface RuleTest {
  groups: unknown[];
  tests: unknown[];
  evaluationInterval: string;
}

/**
 * Lets promtool evaluate rules over given series.
 *
 * @throws with promtool's own report when an expectation does not hold
 */
export function evaluateRules(promtool: string, ruleTest: RuleTest): void {
  const folder = mkdtempSync(join(tmpdir(), 'slo-rules-'));
  try {
    // JSON is YAML.
    writeFileSync(
      join(folder, 'rules.yaml'),
      JSON.stringify({ groups: ruleTest.groups }),
    );
    writeFileSync(
      join(folder, 'test.yaml'),
      JSON.stringify({
        rule_files: ['rules.yaml'],
        evaluation_interval: ruleTest.evaluationInterval,
        tests: ruleTest.tests,
      }),
    );
    execFileSync(promtool, ['test', 'rules', join(folder, 'test.yaml')], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
