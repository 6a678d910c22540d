import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAtWork } from './isAtWork.mjs';

const ANSWERED = 1_000_000;
const at = ({ now, written, lastRun = 'GET / 200' }) =>
  isAtWork({
    now: ANSWERED + now,
    answeredAt: ANSWERED,
    writtenAt: ANSWERED + written,
    lastRun,
  });

test('what was killed is not waited for, however much it wrote before', () => {
  assert.equal(at({ now: 12_000, written: 0 }), false);
  // between its last answer and its end
  assert.equal(at({ now: 12_000, written: 3_000 }), false);
});

test('what writes without answering is at work, until it is quiet', () => {
  assert.equal(at({ now: 17_000, written: 16_000 }), true);
  assert.equal(at({ now: 45_000, written: 16_000 }), true);
  assert.equal(at({ now: 46_000, written: 16_000 }), false);
});

test('what starts again for a saved file is given time to say so', () => {
  const lastRun = 'Change detected, restarting the development server...\n';
  assert.equal(at({ now: 20_000, written: 1_000, lastRun }), true);
  assert.equal(at({ now: 31_000, written: 1_000, lastRun }), false);
  // it came up, and was killed then
  const up = `${lastRun}Listening on :7007\n`;
  assert.equal(at({ now: 20_000, written: 1_000, lastRun: up }), false);
});
