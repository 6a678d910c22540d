import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsPortal, majorOf } from './nodeVersion.mjs';

test("the machine's own Node fits only on the tested release line", () => {
  assert.equal(fitsPortal('v24.0.0'), true);
  assert.equal(fitsPortal('v24.21.0'), true);
  assert.equal(fitsPortal('v23.11.0'), false);
  assert.equal(fitsPortal('v25.0.0'), false);
  assert.equal(fitsPortal('v20.20.2'), false);
  assert.equal(fitsPortal('v2.4.0'), false);
});

test('a version that cannot be read fits nothing', () => {
  assert.ok(Number.isNaN(majorOf('nightly')));
  assert.equal(fitsPortal('nightly'), false);
});
