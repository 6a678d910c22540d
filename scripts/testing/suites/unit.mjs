import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Sentence } from '../../console/Sentence.mjs';
import { readTail } from '../../process/readTail.mjs';
import { paths } from '../../setup/paths.mjs';
import { countJest } from '../countJest.mjs';
import { failureLines } from '../failureLines.mjs';

/** Unit and integration tests of every package, on SQLite and PostgreSQL. */
export const unit = {
  name: 'unit',
  fast: true,
  choosesTests: true,
  peers: [
    'postgres',
    'prometheus',
    'victoria-metrics',
    'alertmanager',
    'helm',
    'shellcheck',
    'yamllint',
    'hadolint',
  ],
  run: async context => {
    const { options, missing } = context;
    const { exitCode, counts, log } = await runJest(context);
    process.stdout.write(failureLines(counts.failures));
    const notes = [];
    let { failed } = counts;
    if (exitCode !== 0 && failed === 0) {
      failed += 1;
      notes.push(
        `jest ended with ${exitCode}; see ${relative(paths.root, log)}`,
      );
    }
    if (!options.fast && !missing.some(({ name }) => name === 'postgres')) {
      notes.push(`${counts.onPostgres} of the passed ran on PostgreSQL.`);
      if (counts.onPostgres === 0 && choosesAll(options)) {
        failed += 1;
        notes.push('No test ran on PostgreSQL.');
      }
    }
    // jest counts what was not chosen as skipped
    const skipped = options.grep === undefined ? counts.skipped : 0;
    return { passed: counts.passed, failed, skipped, notes };
  },
};

function choosesAll({ grep, files }) {
  return grep === undefined && files.length === 0;
}

async function runJest({ options, env, runProgram, resultFile }) {
  const results = resultFile('unit.json');
  rmSync(results, { force: true });
  const { exitCode, log } = await runProgram({
    name: 'unit',
    command: 'backstage-cli',
    env: {
      ...env,
      // dates and numbers are read as people there would write them
      TZ: 'UTC',
      LC_ALL: 'C.UTF-8',
      // tests that need a program may leave themselves out then, even with CI=true
      ...(options.fast && { PLIMSOLL_TEST_FAST: '1' }),
    },
    args: [
      'repo',
      'test',
      '--watchAll=false',
      '--ci',
      '--maxWorkers=2',
      `--cacheDirectory=${join(paths.cache, 'jest')}`,
      '--json',
      `--outputFile=${results}`,
      ...(options.grep ? ['--testNamePattern', options.grep] : []),
      ...options.files,
    ],
  });
  if (!existsSync(results)) {
    throw new Sentence(
      `jest did not get to its end; the whole output: ${relative(
        paths.root,
        log,
      )}`,
      { details: readTail(log, { lines: 80 }) },
    );
  }
  return {
    exitCode,
    log,
    counts: countJest(JSON.parse(readFileSync(results, 'utf8'))),
  };
}
