import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startGuarded } from './startGuarded.mjs';

const folder = mkdtempSync(join(tmpdir(), 'guarded-'));
after(() => rmSync(folder, { recursive: true }));

/** A program that starts a grandchild, writes its process id and waits. */
function family({ file, ignoring = '' }) {
  return {
    command: '/bin/sh',
    args: ['-c', `${ignoring} sleep 300 & echo $! > '${file}'; wait`],
  };
}

async function eventually(what, check) {
  const deadline = Date.now() + 240_000;
  while (!check()) {
    assert.ok(Date.now() < deadline, what);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function pidIn(file) {
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // a process that nobody has collected yet has ended all the same
  return !(
    existsSync(`/proc/${pid}/stat`) &&
    / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  );
}

test('gives the exit code and the output of a program', async () => {
  const log = join(folder, 'output.log');
  const { exited } = startGuarded({
    command: '/bin/sh',
    args: ['-c', 'echo out; echo err >&2; exit 7'],
    log,
  });
  assert.equal((await exited).exitCode, 7);
  assert.equal(readFileSync(log, 'utf8'), 'out\nerr\n');
});

test('says that a program is missing', async () => {
  const { exited } = startGuarded({ command: 'no-such-program' });
  assert.equal((await exited).code, 'ENOENT');
});

test('stop ends grandchildren too', async () => {
  const file = join(folder, 'stopped');
  const { stop } = startGuarded(family({ file }));
  await eventually('the grandchild starts', () => pidIn(file) > 0);
  assert.ok(isRunning(pidIn(file)));
  await stop();
  await eventually('the grandchild ends', () => !isRunning(pidIn(file)));
});

test('a grandchild that outlives its parent ends with it', async () => {
  const file = join(folder, 'left-behind');
  const { exited } = startGuarded({
    command: '/bin/sh',
    args: ['-c', `sleep 300 & echo $! > '${file}'`],
  });
  assert.equal((await exited).exitCode, 0);
  await eventually('the grandchild ends', () => !isRunning(pidIn(file)));
});

test('a family that ignores the polite signal is ended all the same', async () => {
  const file = join(folder, 'stubborn');
  const { stop } = startGuarded(family({ file, ignoring: "trap '' TERM;" }));
  await eventually('the grandchild starts', () => pidIn(file) > 0);
  await stop();
  await eventually('the grandchild ends', () => !isRunning(pidIn(file)));
});

test('everything ends when the starter is killed', async () => {
  const file = join(folder, 'orphaned');
  const module = fileURLToPath(new URL('./startGuarded.mjs', import.meta.url));
  const starter = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { startGuarded } from ${JSON.stringify(module)};
     startGuarded(${JSON.stringify(family({ file }))});`,
  ]);
  await eventually('the grandchild starts', () => pidIn(file) > 0);
  starter.kill('SIGKILL');
  await eventually('the grandchild ends', () => !isRunning(pidIn(file)));
});
