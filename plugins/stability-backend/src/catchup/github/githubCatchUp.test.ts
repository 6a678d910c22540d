import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createVerify, generateKeyPairSync } from 'node:crypto';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { DatabaseInbox } from '../../inbox/DatabaseInbox';
import { deploymentStatus } from '../../senders/github/__fixtures__/deployments';
import { GithubSender } from '../../senders/github/GithubSender';
import { AppDeliveries } from './AppDeliveries';
import { githubCatchUp } from './githubCatchUp';
import { readGithubCatchUp } from './readGithubCatchUp';

const API = 'https://api.github.com';
const NOW = Date.UTC(2026, 10, 20, 15);
const HOUR = 3_600_000;

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

interface Listed {
  id: number;
  guid: string;
  delivered_at: string;
  event: string;
}

const tried = (
  id: number,
  guid: string,
  hoursAgo: number,
  event = 'deployment_status',
): Listed => ({
  id,
  guid,
  event,
  delivered_at: new Date(NOW - hoursAgo * HOUR).toISOString(),
});

describe('githubCatchUp', () => {
  const databases = createTestDatabases();
  const server = setupServer();
  registerMswTestHooks(server);
  const signal = new AbortController().signal;

  /** GitHub with these deliveries, newest first, two a page. */
  function github(listed: Listed[]) {
    const asked: string[] = [];
    const tokens: string[] = [];
    server.use(
      http.get(`${API}/app/hook/deliveries`, ({ request }) => {
        const { searchParams, search } = new URL(request.url);
        asked.push(search);
        tokens.push(request.headers.get('authorization') ?? '');
        const start = Number(searchParams.get('cursor') ?? 0);
        const more = start + 2 < listed.length;
        return HttpResponse.json(listed.slice(start, start + 2), {
          headers: more
            ? {
                link: `<https://elsewhere.example.com/?cursor=${
                  start + 2
                }>; rel="next"`,
              }
            : {},
        });
      }),
      http.get(`${API}/app/hook/deliveries/:id`, ({ params }) => {
        asked.push(String(params.id));
        return HttpResponse.json({
          id: Number(params.id),
          request: {
            headers: {},
            payload: deploymentStatus({ id: Number(params.id) }),
          },
        });
      }),
    );
    return { asked, tokens };
  }

  const deliveries = () =>
    AppDeliveries.create({
      apiBaseUrl: API,
      appId: 42,
      privateKey: keys.privateKey,
      now: () => NOW,
    });

  it.each(databases.ids)(
    'fetches what never came in, once, and reads the list only as far as it must, %s',
    async id => {
      const database = await databases.create(id);
      const inbox = DatabaseInbox.create({ database });
      const task = githubCatchUp({
        database,
        deliveries: deliveries(),
        now: () => NOW,
      });
      await inbox.accept({
        source: 'github',
        deliveryKey: 'came-in',
        body: Buffer.from('{}'),
        headers: {},
      });
      const { asked } = github([
        tried(6, 'missing-2', 1),
        tried(5, 'came-in', 2),
        tried(4, 'irrelevant', 3, 'star'),
        // GitHub was asked to send it again, in vain as well
        tried(3, 'missing-1', 4),
        tried(2, 'missing-1', 5),
        tried(1, 'too-old', 100),
      ]);

      const first = await task.run({ state: undefined, signal });
      await inbox.acceptMany(first.deliveries);

      expect(
        first.deliveries.map(one => [one.deliveryKey, one.headers]),
      ).toEqual([
        [
          'missing-1',
          {
            'x-github-event': 'deployment_status',
            'x-github-delivery': 'missing-1',
          },
        ],
        [
          'missing-2',
          {
            'x-github-event': 'deployment_status',
            'x-github-delivery': 'missing-2',
          },
        ],
      ]);
      expect(asked).toEqual([
        '?per_page=100',
        '?per_page=100&cursor=2',
        '?per_page=100&cursor=4',
        '3',
        '6',
      ]);
      expect(first.state).toBe(new Date(NOW - HOUR).toISOString());
      const [draft] = GithubSender.create().parse({
        ...first.deliveries[1],
        receivedAt: NOW,
      }).drafts;
      expect(draft.id).toBe('github:deployment_status:6');

      asked.length = 0;
      const second = await task.run({ state: first.state, signal });
      expect(second.deliveries).toEqual([]);
      expect(asked).toEqual(['?per_page=100']);
    },
  );

  it('goes on later where there is too much at once', async () => {
    const database = await databases.create('SQLITE_3');
    const inbox = DatabaseInbox.create({ database });
    const task = githubCatchUp({
      database,
      deliveries: deliveries(),
      now: () => NOW,
    });
    // many pages of two would be more than it reads
    const list = Array.from({ length: 250 }, (_, index) =>
      tried(250 - index, `guid-${250 - index}`, index / 100),
    );
    server.use(
      http.get(`${API}/app/hook/deliveries`, () => HttpResponse.json(list)),
      http.get(`${API}/app/hook/deliveries/:id`, ({ params }) =>
        HttpResponse.json({ request: { payload: { id: params.id } } }),
      ),
    );

    const first = await task.run({ state: undefined, signal });
    await inbox.acceptMany(first.deliveries);
    const second = await task.run({ state: first.state, signal });

    expect([first.deliveries.length, second.deliveries.length]).toEqual([
      200, 50,
    ]);
    expect(first.deliveries[0].deliveryKey).toBe('guid-1');
    expect(second.deliveries[49].deliveryKey).toBe('guid-250');
  });

  it('shows that it is the App', async () => {
    const { tokens } = github([]);

    await deliveries().list({ since: 0, pages: 1, signal });

    const [head, claims, signature] = tokens[0]
      .replace('Bearer ', '')
      .split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      iss: '42',
      iat: NOW / 1000 - 60,
      exp: NOW / 1000 + 480,
    });
    expect(
      createVerify('RSA-SHA256')
        .update(`${head}.${claims}`)
        .verify(keys.publicKey, Buffer.from(signature, 'base64url')),
    ).toBe(true);
  });

  it('follows no redirect and throws what GitHub refuses', async () => {
    server.use(
      http.get(`${API}/app/hook/deliveries`, () =>
        HttpResponse.json(
          {},
          { status: 302, headers: { location: 'http://x/' } },
        ),
      ),
    );
    await expect(
      deliveries().list({ since: 0, pages: 1, signal }),
    ).rejects.toThrow();
    server.use(
      http.get(`${API}/app/hook/deliveries`, () =>
        HttpResponse.json({ message: 'Bad credentials' }, { status: 401 }),
      ),
    );
    await expect(
      deliveries().list({ since: 0, pages: 1, signal }),
    ).rejects.toMatchObject({ statusCode: 401 });
  });

  it('takes the App from integrations.github, or says that it is not there', () => {
    const config = (appId?: number) =>
      new ConfigReader({
        stability: { webhooks: { github: { catchUp: { appId } } } },
        integrations: {
          github: [
            {
              host: 'github.com',
              apps: [
                {
                  appId: 42,
                  privateKey: keys.privateKey,
                  clientId: 'client',
                  clientSecret: 'a-secret',
                  webhookSecret: 'another',
                },
              ],
            },
          ],
        },
      });

    expect(readGithubCatchUp(config(42))).toBeInstanceOf(AppDeliveries);
    expect(readGithubCatchUp(config())).toBeUndefined();
    expect(() => readGithubCatchUp(config(43))).toThrow(
      'stability.webhooks.github.catchUp.appId: integrations.github has no App with the id 43',
    );
  });
});
