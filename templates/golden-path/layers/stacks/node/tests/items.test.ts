import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { ItemStore } from '../src/itemStore.ts';
import { startApp } from './startApp.ts';

const put = (payload: string, url = '/api/items/a') =>
  ({ method: 'PUT', url, payload, headers: { 'content-type': 'application/json' } }) as const;

function assertProblem(response: LightMyRequestResponse, status: number) {
  assert.equal(response.statusCode, status);
  assert.equal(response.headers['content-type'], 'application/problem+json; charset=utf-8');
  const problem = response.json<Record<string, unknown>>();
  assert.equal(problem.status, status);
  assert.equal(typeof problem.title, 'string');
  assert.notEqual(problem.detail, '');
  assert.match(String(problem.instance), /^\/[^?]*$/);
}

test('writes, reads and deletes an item', async () => {
  const { app } = startApp();
  const written = await app.inject(put('{"name":"Mug"}', '/api/items/a-1'));
  assert.deepEqual([written.statusCode, written.json()], [200, { id: 'a-1', name: 'Mug' }]);
  await app.inject(put('{"name":"Cup"}', '/api/items/a-1'));
  assert.deepEqual((await app.inject('/api/items/a-1')).json(), { id: 'a-1', name: 'Cup' });
  assert.equal((await app.inject({ method: 'DELETE', url: '/api/items/a-1' })).statusCode, 204);
  assertProblem(await app.inject('/api/items/a-1?why'), 404);
  assertProblem(await app.inject({ method: 'DELETE', url: '/api/items/a-1' }), 404);
});

for (const id of ['A', 'a_b', 'a'.repeat(65), 'a%20b', 'a%0a', '%ff']) {
  test(`refuses the id ${id}`, async () => {
    assertProblem(await startApp().app.inject(`/api/items/${id}`), 400);
  });
}

for (const body of ['{"name":""}', '{"name":5}', '{}', '{"name":', '[]', '{"name":"a","b":1}']) {
  test(`refuses the body ${body}`, async () => {
    assertProblem(await startApp().app.inject(put(body)), 400);
  });
}

test('takes names of 1 to 100 characters', async () => {
  const { app } = startApp();
  const longest = '☕'.repeat(100);
  assert.equal((await app.inject(put(JSON.stringify({ name: longest })))).statusCode, 200);
  assert.equal((await app.inject('/api/items/a')).json<{ name: string }>().name, longest);
  assertProblem(await app.inject(put(JSON.stringify({ name: `${longest}x` }))), 400);
});

test('answers what it does not take with a problem', async () => {
  const { app } = startApp();
  assertProblem(await app.inject(put('a'.repeat(16_385))), 413);
  assertProblem(await app.inject({ ...put('a'), headers: { 'content-type': 'text/x' } }), 415);
  assertProblem(await app.inject('/api/other?why'), 404);
  const posted = await app.inject({ method: 'POST', url: '/api/items/a' });
  assertProblem(posted, 405);
  assert.equal(posted.headers.allow, 'DELETE, GET, PUT');
});

test('what nobody foresaw is a problem that tells nothing, and a line in the log', async () => {
  const store = new ItemStore();
  store.put = () => {
    throw new Error('secret detail');
  };
  const { app, lines, readMetric } = startApp({ store });
  const response = await app.inject(put('{"name":"Mug"}'));
  assertProblem(response, 500);
  assert.doesNotMatch(response.body, /secret/);
  assert.match(JSON.stringify(lines.find(({ level }) => level === 'error')), /secret detail/);
  const labels = 'service="shelf",method="PUT",route="/api/items/{id}",code="500"';
  assert.equal(await readMetric(`http_requests_total{${labels}}`), 1);
});

test('the store keeps what was written last', () => {
  const store = new ItemStore(2);
  for (const id of ['a', 'b', 'a', 'c']) {
    store.put({ id, name: id });
  }
  assert.deepEqual(
    ['a', 'b', 'c'].map((id) => store.get(id)?.name),
    ['a', undefined, 'c'],
  );
});
