import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { readSettings } from '../src/settings.ts';
import { startTracing } from '../src/tracing.ts';
import { startApp } from './startApp.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';

test("the span continues the caller's trace, and the line has its ids", async () => {
  const { app, spans, lines } = startApp();
  await app.inject({
    url: '/api/items/a?card=4111',
    headers: { traceparent: `00-${TRACE}-b7ad6b7169203331-01` },
  });
  await app.inject('/healthz');
  const [span, ...others] = spans.getFinishedSpans();
  assert.ok(span);
  assert.deepEqual(others, []);
  assert.equal(span.name, 'GET /api/items/{id}');
  assert.equal(span.spanContext().traceId, TRACE);
  assert.equal(span.attributes['http.response.status_code'], 404);

  const [line, ...more] = lines;
  assert.ok(line);
  assert.deepEqual(more, []);
  const { time, duration_ms, ...fixed } = line;
  assert.match(String(time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  assert.equal(typeof duration_ms, 'number');
  assert.deepEqual(fixed, {
    level: 'info',
    service: 'shelf',
    version: 'dev',
    message: 'request',
    method: 'GET',
    route: '/api/items/{id}',
    status: 404,
    trace_id: TRACE,
    span_id: span.spanContext().spanId,
  });
});

test('a request that nobody traced has ids of its own', async () => {
  const { app, lines } = startApp({ env: { FAULTS_ENABLED: 'true' } });
  await app.inject({ url: '/api/items/a', headers: { 'x-fault': 'error' } });
  assert.match(String(lines[0]?.trace_id), /^[0-9a-f]{32}$/);
  assert.equal(lines[0]?.status, 500);
});

test('spans are sent where there is a collector', async () => {
  const asked: (string | undefined)[] = [];
  const collector = createServer((request: IncomingMessage, response) => {
    asked.push(request.url);
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => collector.once('listening', resolve));
  const { port } = collector.address() as AddressInfo;
  const provider = startTracing(
    readSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/` }),
  );
  provider.getTracer('test').startSpan('work').end();
  await provider.shutdown();
  collector.close();
  collector.closeAllConnections();
  assert.deepEqual(asked, ['/v1/traces']);
});
