import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Sentence } from '../console/Sentence.mjs';
import { run, runOrFail } from './run.mjs';

const folder = mkdtempSync(join(tmpdir(), 'run-'));
after(() => rmSync(folder, { recursive: true }));
const log = join(folder, 'program.log');
const shell = script => ({ command: '/bin/sh', args: ['-c', script], log });

test('gives the exit code and keeps the output in the log', async () => {
  assert.equal(await run(shell('echo said; exit 3')), 3);
  assert.equal(readFileSync(log, 'utf8'), 'said\n');
});

test('adds to a log only when it is told to', async () => {
  await run(shell('echo one'));
  await run({ ...shell('echo two'), append: true });
  assert.equal(readFileSync(log, 'utf8'), 'one\ntwo\n');
  await run(shell('echo three'));
  assert.equal(readFileSync(log, 'utf8'), 'three\n');
});

test('a missing program gets a sentence', async () => {
  await assert.rejects(run({ command: 'no-such-program', log }), error => {
    assert.ok(error instanceof Sentence);
    assert.match(
      error.message,
      /^no-such-program is not on this machine: install it/,
    );
    return true;
  });
});

test('a failure is told with the sentence, the log and its end', async () => {
  await assert.rejects(
    runOrFail({ ...shell('echo the reason; exit 1'), failure: 'It failed.' }),
    error => {
      assert.match(
        error.message,
        /^It failed\. The whole log: .*program\.log$/,
      );
      assert.equal(error.details, 'the reason');
      return true;
    },
  );
});

test('a program that hangs is stopped, and what it said is shown', async () => {
  await assert.rejects(
    run({ ...shell('echo waiting; sleep 300'), limitMinutes: 0.05 }),
    error => {
      assert.match(error.message, /^sh did not end within 0\.05 minutes/);
      assert.equal(error.details, 'waiting');
      return true;
    },
  );
});
