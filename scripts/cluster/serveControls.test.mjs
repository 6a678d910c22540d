import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { stopAll } from '../process/stopping.mjs';
import { serveControls } from './serveControls.mjs';

after(stopAll);
const done = [];
const address = await serveControls({
  stop: async () => {
    done.push('stop');
  },
  start: async () => {
    throw new Error('it does not start');
  },
  metrics: async () => 'asked 7',
});
const ask = (method, path) => fetch(`${address}${path}`, { method });

test('the API server is stopped and read from another process', async () => {
  assert.equal((await ask('POST', '/stop')).status, 200);
  assert.deepEqual(done, ['stop']);
  assert.equal(await (await ask('GET', '/metrics')).text(), 'asked 7');
});

test('what goes wrong is told', async () => {
  const response = await ask('POST', '/start');
  assert.equal(response.status, 500);
  assert.equal(await response.text(), 'it does not start');
});

test('there is nothing else', async () => {
  assert.equal((await ask('GET', '/stop')).status, 404);
});
