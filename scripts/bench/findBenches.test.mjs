import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBenches } from './findBenches.mjs';

test('every bench of the folder is found by its file and can be run', async () => {
  const benches = await findBenches({ only: [] });
  assert.ok(benches.some(({ name }) => name === 'start'));
  for (const { name, run } of benches) {
    assert.equal(typeof run, 'function', name);
  }
});

test('one bench can be chosen, and a wrong name gets a sentence', async () => {
  assert.deepEqual(
    (await findBenches({ only: ['start'] })).map(({ name }) => name),
    ['start'],
  );
  await assert.rejects(
    findBenches({ only: ['stard'] }),
    /no bench stard: choose from .*start/,
  );
});
