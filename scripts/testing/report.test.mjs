import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closingLines, totalLine, withoutSkips } from './report.mjs';

const types = {
  name: 'types',
  passed: 1,
  failed: 0,
  skipped: 0,
  seconds: 9.04,
  notes: [],
};
const unit = {
  name: 'unit',
  passed: 240,
  failed: 2,
  skipped: 3,
  seconds: 101.26,
  notes: ['see the log'],
};

test('the last line is the plain total', () => {
  assert.equal(closingLines([types]).split('\n').at(-1), '1 passed, 0 failed');
  assert.equal(
    closingLines([types, unit]).split('\n').at(-1),
    '241 passed, 2 failed, 3 skipped',
  );
});

test('every suite has one line with its counts and seconds', () => {
  const lines = closingLines([types, unit]).split('\n');
  assert.match(lines[1], /^types +1 +0 +0 +9\.0$/);
  assert.match(lines[2], /^unit +240 +2 +3 +101\.3$/);
  assert.equal(lines[3], 'unit: see the log');
});

test('in CI a skipped test is a failed one', () => {
  const result = withoutSkips(unit);
  assert.equal(totalLine([result]), '240 passed, 5 failed');
  assert.match(result.notes.at(-1), /3 skipped/);
  assert.equal(withoutSkips(types), types);
});
