import assert from 'node:assert/strict';
import { test } from 'node:test';
import { revive } from './revive.mjs';

/**
 * A program that can be ended, and what was told about it.
 *
 * @param {object} [options]
 * @param {(attempt: number) => boolean} [options.starts] whether a start works
 */
function program({ starts = () => true, ...options } = {}) {
  const told = [];
  let up = true;
  let restarts = 0;
  const end = revive({
    answers: async () => up,
    restart: async () => {
      restarts += 1;
      up = starts(restarts);
      return up;
    },
    onEvent: ({ type, attempt }) =>
      told.push(attempt ? `${type} ${attempt}` : type),
    everyMs: 1,
    pauseMs: 1,
    patience: 2,
    ...options,
  });
  // the watch alone does not keep a process alive
  const alive = setInterval(() => {}, 5);
  setTimeout(() => clearInterval(alive), 240_000).unref();
  return {
    told,
    restarts: () => restarts,
    set: next => {
      up = next;
    },
    async until(type, { events = 1 } = {}) {
      const deadline = Date.now() + 120_000;
      while (told.at(-1) !== type || told.length < events) {
        assert.ok(Date.now() < deadline, `${type} after ${told}`);
        await new Promise(resolve => setTimeout(resolve, 1));
      }
    },
    end() {
      clearInterval(alive);
      end();
    },
  };
}

test('what has stopped is started again, and told', async () => {
  const one = program();
  one.set(false);
  await one.until('back');
  assert.deepEqual(one.told, ['gone 1', 'back']);
  one.end();
});

test('after three starts in vain a person has to look', async () => {
  const one = program({ starts: () => false });
  one.set(false);
  await one.until('given-up');
  assert.deepEqual(one.told, ['gone 1', 'gone 2', 'gone 3', 'given-up']);
  assert.equal(one.restarts(), 3);
  one.set(true);
  await one.until('back');
  one.end();
});

test('starts count together until it was up for long', async () => {
  const short = program({ attempts: 1 });
  short.set(false);
  await short.until('back');
  short.set(false);
  await short.until('given-up');
  assert.equal(short.restarts(), 1);
  short.end();

  const steady = program({ attempts: 1, steadyMs: 0 });
  steady.set(false);
  await steady.until('back');
  steady.set(false);
  await steady.until('back', { events: 4 });
  assert.deepEqual(steady.told, ['gone 1', 'back', 'gone 1', 'back']);
  assert.equal(steady.restarts(), 2);
  steady.end();
});

test('what is still at work is left alone', async () => {
  let looks = 0;
  const one = program({
    isBusy: () => {
      looks += 1;
      if (looks === 5) {
        one.set(true);
      }
      return true;
    },
  });
  one.set(false);
  await one.until('back');
  assert.deepEqual(one.told, ['back']);
  assert.equal(one.restarts(), 0);
  one.end();
});

test('what waits for a person is not started in vain', async () => {
  const one = program({ isLeft: () => true });
  one.set(false);
  await one.until('left');
  assert.equal(one.restarts(), 0);
  one.end();
});

test('nothing is started once the watch has ended', async () => {
  let looks = 0;
  const one = program({
    answers: async () => {
      looks += 1;
      return false;
    },
    pauseMs: 200,
  });
  // two misses make a silence; a third look would be for whether it came back
  while (looks < 2) {
    await new Promise(resolve => setTimeout(resolve, 1));
  }
  one.end();
  await new Promise(resolve => setTimeout(resolve, 500));
  assert.equal(one.restarts(), 0);
});
