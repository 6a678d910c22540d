import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTap } from './countTap.mjs';

test('reads the totals, a cancelled test as failed and a planned one as skipped', () => {
  const text = [
    'TAP version 13',
    '# pass 99 is what a test printed',
    '# tests 15',
    '# pass 7',
    '# fail 3',
    '# cancelled 2',
    '# skipped 2',
    '# todo 1',
    '# duration_ms 12.5',
  ].join('\n');
  assert.deepEqual(countTap(text), { passed: 7, failed: 5, skipped: 3 });
});

test('text without totals counts as nothing', () => {
  assert.deepEqual(countTap(''), { passed: 0, failed: 0, skipped: 0 });
});
