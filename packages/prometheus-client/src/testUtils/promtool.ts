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
 * Lets promtool read a rule file.
 *
 * @throws with promtool's own report when it refuses something
 */
export function checkRules(promtool: string, ruleFile: string): void {
  inFolder(folder => {
    const path = join(folder, 'rules.yaml');
    writeFileSync(path, ruleFile);
    runPromtool(promtool, ['check', 'rules', path]);
  });
}

/**
 * Lets promtool evaluate rules over given series.
 *
 * @throws with promtool's own report when an expectation does not hold
 */
export function evaluateRules(promtool: string, ruleTest: RuleTest): void {
  inFolder(folder => {
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
    runPromtool(promtool, ['test', 'rules', join(folder, 'test.yaml')]);
  });
}

/**
 * What expressions are at a time, by the engine of Prometheus: promtool says it
 * where they are not what was expected. `undefined` where there is no sample.
 *
 * @param options.exprs - each answers one series at most
 * @param options.time - for instance `6h`
 */
export function readValues(
  promtool: string,
  options: Omit<RuleTest, 'tests'> & {
    interval: string;
    series: Array<{ series: string; values: string }>;
    exprs: string[];
    time: string;
  },
): Array<number | undefined> {
  const { interval, series, exprs, time, ...rules } = options;
  let report = '';
  try {
    evaluateRules(promtool, {
      ...rules,
      tests: [
        {
          interval,
          input_series: series,
          promql_expr_test: exprs.map((expr, index) => ({
            expr: `label_replace(sum(${expr}), "asked", "${index}", "", "")`,
            eval_time: time,
            exp_samples: [],
          })),
        },
      ],
    });
  } catch (error) {
    report = String((error as { stderr?: unknown }).stderr ?? error);
  }
  const answers = new Map(
    Array.from(
      report.matchAll(/got: *"?\{asked="(\d+)"\} (\S+?)"?$/gm),
      ([, index, value]) => [Number(index), Number(value)],
    ),
  );
  if (report && !answers.size) {
    throw new Error(report);
  }
  return exprs.map((_, index) => answers.get(index));
}

function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'slo-rules-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runPromtool(promtool: string, args: string[]): void {
  execFileSync(promtool, args, { encoding: 'utf8', stdio: 'pipe' });
}
