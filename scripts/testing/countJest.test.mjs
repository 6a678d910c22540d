import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countJest } from './countJest.mjs';

const testOf = (status, fullName = 'a test', failureMessages = []) => ({
  status,
  fullName,
  failureMessages,
});
const fileOf = (status, assertionResults, message = '') => ({
  name: '/x/a.test.ts',
  status,
  message,
  assertionResults,
});

test('counts what passed, failed and was left out', () => {
  const counts = countJest({
    testResults: [
      fileOf('passed', [testOf('passed'), testOf('pending'), testOf('todo')]),
      fileOf('failed', [
        testOf('passed'),
        testOf('failed', 'sums', ['1 != 2']),
      ]),
    ],
  });
  assert.equal(counts.passed, 2);
  assert.equal(counts.failed, 1);
  assert.equal(counts.skipped, 2);
  assert.deepEqual(counts.failures, [
    { file: '/x/a.test.ts', test: 'sums', message: '1 != 2' },
  ]);
});

test('a file that could not be run is a failure with its reason', () => {
  const counts = countJest({
    testResults: [fileOf('failed', [], 'Cannot find module')],
  });
  assert.equal(counts.failed, 1);
  assert.equal(counts.failures[0].message, 'Cannot find module');
});

test('knows which tests ran on PostgreSQL, and counts only the passed', () => {
  const counts = countJest({
    testResults: [
      fileOf('failed', [
        testOf('passed', 'keeps cells, "POSTGRES_18"'),
        testOf('passed', 'keeps cells, "SQLITE_3"'),
        testOf('failed', 'sums cells, "POSTGRES_18"'),
      ]),
    ],
  });
  assert.equal(counts.onPostgres, 1);
});

test('says once what skipped tests stand under', () => {
  const skippedUnder = (...ancestorTitles) => ({
    ...testOf('pending', 'builds'),
    ancestorTitles,
  });
  const { leftOut } = countJest({
    testResults: [
      fileOf('passed', [
        skippedUnder('Java not found: install a JDK', 'that fails'),
        skippedUnder('Java not found: install a JDK'),
        skippedUnder(),
        { ...testOf('passed'), ancestorTitles: ['a service'] },
      ]),
    ],
  });
  assert.deepEqual(leftOut, ['Java not found: install a JDK', 'builds']);
});
