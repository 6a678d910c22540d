/**
 * Builds the front end and runs the browser tests; writes the counts to the
 * file that PLIMSOLL_RESULTS names.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const results = join(here, 'results/results.json');

function node(args, options) {
  return spawnSync(process.execPath, args, { stdio: 'inherit', ...options });
}

function finish(counts, status) {
  if (process.env.PLIMSOLL_RESULTS) {
    writeFileSync(process.env.PLIMSOLL_RESULTS, JSON.stringify(counts));
  }
  process.exit(status);
}

if (!process.env.PLIMSOLL_E2E_KEEP_BUILD) {
  const build = node(
    [
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    ],
    { cwd: join(root, 'packages/app') },
  );
  if (build.status !== 0) {
    process.stderr.write(
      'The front end does not build, so no page could be opened.\n',
    );
    finish({ passed: 0, failed: 1, skipped: 0 }, 1);
  }
}

// What an earlier run left must not count for one that never came so far.
rmSync(results, { force: true });

const run = node(
  [
    join(root, 'node_modules/@playwright/test/cli.js'),
    'test',
    ...(process.env.PLIMSOLL_GREP ? ['--grep', process.env.PLIMSOLL_GREP] : []),
    ...process.argv.slice(2),
  ],
  { cwd: here },
);
if (!existsSync(results)) {
  process.stderr.write('Playwright ended before it could say what it ran.\n');
  finish({ passed: 0, failed: 1, skipped: 0 }, 1);
}
const { stats } = JSON.parse(readFileSync(results, 'utf8'));
finish(
  {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  },
  run.status ?? 1,
);
