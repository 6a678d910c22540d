import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchAnswers } from './watchAnswers.mjs';

/** What is told while the answers are as in `pattern` ('+' good, '-' none). */
async function told(pattern) {
  const left = [...pattern];
  const changes = [];
  // the watch alone does not keep a process alive
  const alive = setInterval(() => {}, 5);
  await new Promise(resolve => {
    const end = watchAnswers({
      answers: async () => {
        if (left.length === 0) {
          end();
          resolve();
          return true;
        }
        return left.shift() === '+';
      },
      onChange: isBack => changes.push(isBack ? 'back' : 'gone'),
      everyMs: 1,
      patience: 3,
    });
  });
  clearInterval(alive);
  return changes;
}

test('a restart is not reported', async () => {
  assert.deepEqual(await told('++--++-+--+'), []);
});

test('a silence is reported once, and its end', async () => {
  assert.deepEqual(await told('+-----++-+'), ['gone', 'back']);
});

test('every silence is reported', async () => {
  assert.deepEqual(await told('---+---'), ['gone', 'back', 'gone']);
});
