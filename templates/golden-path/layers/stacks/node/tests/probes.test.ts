import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp } from './startApp.ts';

const ROUTE = '/api/items/{id}';

test('is alive and ready', async () => {
  const { app } = startApp();
  assert.deepEqual((await app.inject('/healthz')).json(), { status: 'up' });
  assert.deepEqual((await app.inject('/readyz')).json(), { status: 'up' });
});

test('is alive but not ready while it ends', async () => {
  const { app, draining } = startApp();
  draining.began = true;
  assert.equal((await app.inject('/healthz')).statusCode, 200);
  assert.equal((await app.inject('/readyz')).statusCode, 503);
});

for (const method of ['PUT', 'GET', 'DELETE']) {
  test(`series of ${method} begin with 0`, async () => {
    const { readMetric } = startApp();
    const labels = `service="shelf",method="${method}",route="${ROUTE}"`;
    for (const code of ['200', '500']) {
      assert.equal(await readMetric(`http_requests_total{${labels},code="${code}"}`), 0);
    }
    assert.equal(await readMetric(`http_request_duration_seconds_count{${labels}}`), 0);
  });
}

for (const threshold of ['0.4', '0.5', '1', '2']) {
  test(`a bucket ends at the objective of ${threshold} s`, async () => {
    const { app, readMetric } = startApp();
    const labels = `le="${threshold}",service="shelf",method="GET",route="${ROUTE}"`;
    const bucket = `http_request_duration_seconds_bucket{${labels}}`;
    assert.equal(await readMetric(bucket), 0);
    await app.inject('/api/items/a');
    assert.equal(await readMetric(bucket), 1);
  });
}

test('labels do not grow with what callers send', async () => {
  const { app, readMetric } = startApp();
  for (const number of [1, 2, 3]) {
    await app.inject(`/api/items/a-${number}`);
    await app.inject(`/elsewhere/${number}`);
  }
  for (const route of [ROUTE, 'unmatched']) {
    const labels = `service="shelf",method="GET",route="${route}",code="404"`;
    assert.equal(await readMetric(`http_requests_total{${labels}}`), 3);
  }
});

test('does not count what the platform asks, and tells its version', async () => {
  const { app, readMetric } = startApp({ env: { SERVICE_VERSION: '1.2.3' } });
  for (const url of ['/healthz', '/readyz', '/metrics']) {
    await app.inject(url);
  }
  assert.doesNotMatch((await app.inject('/metrics')).body, /healthz|readyz|route="\/metrics"/);
  assert.equal(await readMetric('build_info{service="shelf",version="1.2.3"}'), 1);
});
