import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastRun, STARTED_AGAIN } from './lastRun.mjs';

const CHANGED = 'Change detected, restarting the development server...';

test('a log of one start is told whole', () => {
  assert.equal(
    lastRun('Loading config\nNode.js v24'),
    'Loading config\nNode.js v24',
  );
});

test('what failed before the last start is over', () => {
  for (const mark of [CHANGED, STARTED_AGAIN]) {
    assert.equal(
      lastRun(`Node.js v24\n${mark}\nListening`),
      `${mark}\nListening`,
    );
  }
});

test('the later of two marks counts', () => {
  assert.doesNotMatch(lastRun(`a\n${CHANGED}\nb\n${STARTED_AGAIN}\nc`), /b/);
  assert.doesNotMatch(lastRun(`a\n${STARTED_AGAIN}\nb\n${CHANGED}\nc`), /b/);
});
