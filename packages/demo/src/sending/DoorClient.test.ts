import { mockServices } from '@backstage/backend-test-utils';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Delivery } from '../deliveries/Delivery';
import { DoorClient } from './DoorClient';
import { proofOf, WEBHOOK_DOORS } from './proofOf';

const { signal } = new AbortController();
const delivery: Delivery = {
  door: 'github',
  at: 0,
  headers: { 'x-github-event': 'push', 'x-github-delivery': 'guid' },
  body: '{"ref":"refs/heads/main"}',
};

describe('DoorClient', () => {
  const seen: Array<{ url?: string; headers: IncomingMessage['headers'] }> = [];
  let answers: Array<[status: number, body: object]>;
  const server = createServer((request, response) => {
    seen.push({ url: request.url, headers: request.headers });
    const [status, body] = answers.shift() ?? [202, { status: 'accepted' }];
    response.writeHead(status, { 'content-type': 'application/json' });
    request.resume().on('end', () => response.end(JSON.stringify(body)));
  });
  beforeAll(async () => {
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  function setUp(...told: typeof answers) {
    seen.length = 0;
    answers = told;
    const logger = mockServices.logger.mock();
    const { port } = server.address() as AddressInfo;
    const client = DoorClient.create({
      logger,
      auth: mockServices.auth(),
      discovery: {
        getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
        getExternalBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      },
      secrets: { github: 'demo-github-is-no-secret' },
    });
    return { client, logger };
  }

  it('signs what it sends, and says whether it was new', async () => {
    const { client } = setUp(
      [202, { status: 'accepted' }],
      [202, { status: 'duplicate' }],
    );
    expect(await client.deliver(delivery, signal)).toBe('accepted');
    expect(await client.deliver(delivery, signal)).toBe('duplicate');
    expect(seen[0]).toMatchObject({
      url: '/api/stability/webhooks/github',
      headers: {
        ...delivery.headers,
        'x-hub-signature-256': `sha256=${createHmac(
          'sha256',
          'demo-github-is-no-secret',
        )
          .update(delivery.body)
          .digest('hex')}`,
      },
    });
  });

  it('delivers CDEvents as a service that the portal knows', async () => {
    const { client } = setUp([202, { accepted: 0, duplicates: 1 }]);
    expect(
      await client.deliver({ ...delivery, door: 'cdevents' }, signal),
    ).toBe('duplicate');
    expect(seen[0].url).toBe('/api/stability/events');
    expect(seen[0].headers.authorization).toMatch(/^Bearer mock-service-token/);
  });

  it('comes back after a 503', async () => {
    const { client } = setUp([503, {}], [202, { status: 'accepted' }]);
    expect(await client.deliver(delivery, signal)).toBe('accepted');
    expect(seen).toHaveLength(2);
  });

  it('leaves a door alone that does not know it, and says so once', async () => {
    const { client, logger } = setUp([401, {}]);
    expect(await client.deliver(delivery, signal)).toBe('refused');
    expect(await client.deliver(delivery, signal)).toBe('refused');
    expect(seen).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('stability.webhooks.github.secrets'),
    );
  });

  it('stops waiting when the portal stops', async () => {
    const { client } = setUp([503, {}], [503, {}]);
    const stopping = new AbortController();
    const waiting = client.deliver(delivery, stopping.signal);
    setTimeout(() => stopping.abort(), 50);
    await expect(waiting).rejects.toThrow(/abort/i);
  });
});

describe('proofOf', () => {
  it('never shows a secret of those who sign', () => {
    for (const door of WEBHOOK_DOORS) {
      const headers = JSON.stringify(
        proofOf({ ...delivery, door }, 'a-secret-of-sixteen'),
      );
      const signs = door === 'github' || door === 'pagerduty';
      expect(headers.includes('a-secret-of-sixteen')).toBe(!signs);
    }
  });
});
