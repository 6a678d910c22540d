import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TokenBucket } from '../src/rateLimit.ts';
import { startApp } from './startApp.ts';

test('lets as many through as the second allows', () => {
  let now = 100_000;
  const bucket = new TokenBucket(2, () => now);
  const take = (times: number) => Array.from({ length: times }, () => bucket.take());
  assert.deepEqual(take(3), [true, true, false]);
  now += 500;
  assert.deepEqual(take(2), [true, false]);
  now += 3_600_000;
  assert.deepEqual(take(3), [true, true, false]);
});

test('lets less than one a second through', () => {
  let now = 0;
  const bucket = new TokenBucket(0.5, () => now);
  assert.deepEqual([bucket.take(), bucket.take()], [true, false]);
  now = 2000;
  assert.equal(bucket.take(), true);
});

test('answers 429 beyond, but never to the platform', async () => {
  // a thousandth a second: nothing comes back during the test, however slow it is
  const { app } = startApp({ env: { RATE_LIMIT_PER_SECOND: '0.001' } });
  assert.equal((await app.inject('/api/items/a')).statusCode, 404);
  const refused = await app.inject('/api/items/a');
  assert.equal(refused.statusCode, 429);
  assert.equal(refused.headers['retry-after'], '1');
  assert.match(String(refused.headers['content-type']), /^application\/problem\+json/);
  assert.equal((await app.inject('/healthz')).statusCode, 200);
  assert.equal((await app.inject('/readyz')).statusCode, 200);
});
