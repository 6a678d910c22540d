import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

/** Of the bench alone. */
export const SECRET = 'bench-secret-of-some-length';

/** A sender gives up after this many milliseconds and tries again. */
const PATIENCE_MS = 10_000;

/** Connections that stay open, as those of a sender do. */
export function keptConnections(count) {
  return new Agent({ keepAlive: true, maxSockets: count });
}

/**
 * Delivers one event as GitHub does, signed over its bytes.
 *
 * @param {{ port: number, agent: Agent, number: number }} options
 * @returns {Promise<number>} the status; 0 when the connection broke
 */
export function sendEvent({ port, agent, number }) {
  const body = bodyOf(number);
  const signature = createHmac('sha256', SECRET).update(body).digest('hex');
  return new Promise(resolve => {
    const call = request(
      {
        host: '127.0.0.1',
        port,
        path: '/webhooks/github',
        method: 'POST',
        agent,
        timeout: PATIENCE_MS,
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          'x-github-event': 'deployment_status',
          'x-github-delivery': `delivery-${number}`,
          'x-hub-signature-256': `sha256=${signature}`,
        },
      },
      response => {
        response.resume();
        response.once('end', () => resolve(response.statusCode));
        response.once('error', () => resolve(0));
        response.once('close', () => resolve(0));
      },
    );
    call.once('timeout', () => call.destroy());
    call.once('error', () => resolve(0));
    call.end(body);
  });
}

/** About as much as GitHub sends of a deployment, without what nobody reads. */
function bodyOf(number) {
  const at = new Date(Date.UTC(2026, 5, 1) + number * 1_000).toISOString();
  return Buffer.from(
    JSON.stringify({
      action: 'created',
      deployment_status: {
        id: number,
        state: 'success',
        environment: 'production',
        description: 'Rolled out',
        created_at: at,
        log_url: `https://github.com/shop/runs/${number}`,
      },
      deployment: {
        id: number,
        sha: number.toString(16).padStart(40, '0'),
        ref: `v1.${number}.0`,
        task: 'deploy',
        environment: 'production',
        production_environment: true,
        description: 'x'.repeat(1_000),
        created_at: at,
        payload: {},
      },
      repository: {
        full_name: `shop/service-${number % 100}`,
        default_branch: 'main',
      },
    }),
  );
}
