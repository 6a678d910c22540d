import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { startApp } from './startApp.ts';

const url = '/api/items/a';
const ask = (fault: string) => ({ url, headers: { 'x-fault': fault } });

test('nothing is done where faults are not enabled', async () => {
  const { app } = startApp({ env: { FAULT_ERROR_RATIO: '1', FAULT_DELAY_MS: '60000' } });
  assert.equal((await app.inject(ask('error'))).statusCode, 404);
});

test('fails where it is asked to', async () => {
  const { app } = startApp({ env: { FAULTS_ENABLED: 'true' } });
  const failed = await app.inject(ask('error'));
  assert.equal(failed.statusCode, 500);
  assert.match(String(failed.headers['content-type']), /^application\/problem\+json/);
  assert.equal((await app.inject(url)).statusCode, 404);
  assert.equal((await app.inject(ask('coffee'))).statusCode, 400);
  assert.equal((await app.inject({ ...ask('error'), url: '/healthz' })).statusCode, 200);
});

test('waits where it is asked to', async () => {
  const wait = mock.fn<(milliseconds: number) => Promise<void>>(() => Promise.resolve());
  const { app } = startApp({ wait, env: { FAULTS_ENABLED: 'true', FAULT_DELAY_MS: '50' } });
  assert.equal((await app.inject(ask('delay=700'))).statusCode, 404);
  assert.deepEqual(
    wait.mock.calls.map((call) => call.arguments),
    [[750]],
  );
});

for (const [ratio, status] of [
  ['0', 404],
  ['1', 500],
] as const) {
  test(`answers ${status} where the ratio of errors is ${ratio}`, async () => {
    const { app } = startApp({ env: { FAULTS_ENABLED: 'true', FAULT_ERROR_RATIO: ratio } });
    for (let times = 0; times < 20; times += 1) {
      assert.equal((await app.inject(url)).statusCode, status);
    }
  });
}
