import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseSuites } from './chooseSuites.mjs';

const suites = [
  { name: 'types', fast: true, choosesTests: false },
  { name: 'unit', fast: true, choosesTests: true },
  { name: 'e2e', fast: false, choosesTests: true },
  { name: 'stacks', fast: false, choosesTests: false },
];
const choose = options =>
  chooseSuites(suites, { fast: false, only: [], files: [], ...options }).map(
    ({ name }) => name,
  );

test('all, the fast ones, or those that were named', () => {
  assert.deepEqual(choose({}), ['types', 'unit', 'e2e', 'stacks']);
  assert.deepEqual(choose({ fast: true }), ['types', 'unit']);
  assert.deepEqual(choose({ only: ['e2e'] }), ['e2e']);
  assert.deepEqual(choose({ fast: true, only: ['e2e'] }), ['e2e']);
  assert.deepEqual(choose({ only: ['stacks', 'unit'] }), ['unit', 'stacks']);
});

test('words and files leave out suites without tests of their own', () => {
  assert.deepEqual(choose({ grep: 'burn' }), ['unit', 'e2e']);
  assert.deepEqual(choose({ files: ['slo'] }), ['unit', 'e2e']);
});
