/**
 * Load test: users write, read and remove items of their own. It fails when
 * the service does not keep its promise, so that a pipeline can be stopped.
 *
 *   k6 run -e BASE_URL=http://localhost:8080 load-test/load.ts
 *
 * For a short run add -e USERS=20 -e MINUTES=1, and for users who wait longer
 * between two requests -e THINK_MS=500.
 */
import { check, sleep } from 'k6';
import exec from 'k6/execution';
import http from 'k6/http';
import type { Options } from 'k6/options';
import { promise } from './promise.ts';

const baseUrl = __ENV.BASE_URL || 'http://localhost:8080';
const users = positive('USERS', promise.load.users);
const minutes = positive('MINUTES', promise.load.minutes);
const thinkSeconds = positive('THINK_MS', 100) / 1000;

export const options: Options = {
  scenarios: {
    users: {
      executor: 'ramping-vus',
      startVUs: 1,
      stages: [
        { duration: `${Math.ceil(minutes * 12)}s`, target: users },
        { duration: `${Math.ceil(minutes * 48)}s`, target: users },
      ],
      gracefulRampDown: '10s',
    },
  },
  thresholds: {
    http_req_failed: [`rate<${promise.errorRatio}`],
    http_req_duration: [
      `p(95)<${promise.latencyMs.p95}`,
      `p(99)<${promise.latencyMs.p99}`,
    ],
    checks: [`rate>${1 - promise.errorRatio}`],
  },
  summaryTrendStats: ['med', 'p(75)', 'p(95)', 'p(99)', 'max'],
};

/** Ends the run at once where nobody answers. */
export function setup(): void {
  const ready = http.get(`${baseUrl}/readyz`);
  if (ready.status !== 200) {
    exec.test.abort(`${baseUrl}/readyz answered ${ready.status}: is it up?`);
  }
}

export default function journey(): void {
  const id = `load-${exec.vu.idInTest}-${exec.vu.iterationInScenario}`;
  const item = `${baseUrl}/api/items/${id}`;
  const tags = { name: '/api/items/:id' };

  const written = http.put(item, JSON.stringify({ name: `Item ${id}` }), {
    headers: { 'content-type': 'application/json' },
    tags,
  });
  check(written, { 'is written': ({ status }) => status < 300 });
  sleep(thinkSeconds);

  const read = http.get(item, { tags });
  check(read, {
    'is what was written': response =>
      response.status === 200 && response.json('name') === `Item ${id}`,
  });
  sleep(thinkSeconds);

  const removed = http.del(item, undefined, { tags });
  check(removed, { 'is removed': ({ status }) => status < 300 });
  sleep(thinkSeconds);
}

function positive(name: string, otherwise: number): number {
  const value = Number(__ENV[name] || otherwise);
  if (!(value > 0)) {
    throw new Error(`${name}=${__ENV[name]} is no number above 0`);
  }
  return value;
}
