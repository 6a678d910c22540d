import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFigures } from './countFigures.mjs';

const lost = value => ({
  figure: 'events lost',
  value,
  unit: 'events',
  target: { atMost: 0 },
});

test('each target is a test, what has none is not', () => {
  assert.deepEqual(
    countFigures([lost(0), lost(2), { figure: 'pace', value: 1, unit: 's' }]),
    { passed: 1, failed: 1, skipped: 0, notes: ['events lost: 2 events'] },
  );
});

test('what was not measured is skipped, not passed', () => {
  assert.deepEqual(countFigures([]), {
    passed: 0,
    failed: 0,
    skipped: 1,
    notes: [],
  });
});

test('a figure that is no number has failed', () => {
  assert.equal(countFigures([lost(Number.NaN)]).failed, 1);
});
