import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTestOptions } from './readTestOptions.mjs';

const read = (...args) =>
  readTestOptions(args, { suites: ['types', 'unit', 'e2e'] });

test('without a word everything runs', () => {
  assert.deepEqual(read(), {
    fast: false,
    only: [],
    grep: undefined,
    files: [],
  });
});

test('suites, words and files can be chosen', () => {
  assert.deepEqual(
    read('--only', 'unit,e2e', '--grep', 'burn rate', 'slo-common'),
    {
      fast: false,
      only: ['unit', 'e2e'],
      grep: 'burn rate',
      files: ['slo-common'],
    },
  );
  assert.deepEqual(read('--fast', '--only=types', '--grep=a=b').grep, 'a=b');
});

test('what there is not gets a sentence', () => {
  assert.throws(
    () => read('--only', 'units'),
    /no suite units: choose from types, unit, e2e/,
  );
  assert.throws(
    () => read('--quick'),
    /--quick is unknown: npm test -- \[--fast\]/,
  );
  assert.throws(() => read('--grep'), /--grep needs a word/);
  assert.throws(() => read('--only', '--fast'), /--only needs a word/);
});
