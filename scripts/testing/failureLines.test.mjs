import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { paths } from '../setup/paths.mjs';
import { failureLines } from './failureLines.mjs';

const failure = {
  file: join(paths.root, 'plugins', 'slo-common', 'src', 'budget.test.ts'),
  test: 'budget sums',
  message:
    '\u001b[31mexpected 1\u001b[0m\n    at sum (/x/node_modules/knex/a.js:1:1)\n    at budget.test.ts:7:3',
};

test('names file and test and shows the message without foreign frames', () => {
  const text = failureLines([failure]);
  assert.match(
    text,
    /^\nFAILED plugins\/slo-common\/src\/budget\.test\.ts\n {2}budget sums\n/,
  );
  assert.match(text, /\nexpected 1\n {4}at budget\.test\.ts:7:3\n/);
  assert.doesNotMatch(text, /knex/);
});

test('long lines and many failures are cut, and the cut is said', () => {
  assert.ok(
    failureLines([{ ...failure, message: 'x'.repeat(9000) }]).length < 500,
  );
  assert.match(failureLines(Array(23).fill(failure)), /and 3 more failures/);
});

test('nothing failed, nothing shown', () => {
  assert.equal(failureLines([]), '');
});
