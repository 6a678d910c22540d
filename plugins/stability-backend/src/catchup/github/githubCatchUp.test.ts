import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createVerify, generateKeyPairSync } from 'node:crypto';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { DatabaseInbox } from '../../inbox/DatabaseInbox';
import { deploymentStatus } from '../../senders/github/__fixtures__/deployments';
import { GithubSender } from '../../senders/github/GithubSender';
import type { PollTask } from '../PollTask';
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
          'missing-2',
          {
            'x-github-event': 'deployment_status',
            'x-github-delivery': 'missing-2',
          },
        ],
        [
          'missing-1',
          {
            'x-github-event': 'deployment_status',
            'x-github-delivery': 'missing-1',
          },
        ],
      ]);
      expect(asked).toEqual([
        '?per_page=100',
        '6',
        '?per_page=100&cursor=2',
        '3',
        '?per_page=100&cursor=4',
      ]);
      expect(JSON.parse(first.state ?? '')).toEqual({ seenUpTo: NOW - HOUR });
      const [draft] = GithubSender.create().parse({
        ...first.deliveries[0],
        receivedAt: NOW,
      }).drafts;
      expect(draft.id).toBe('github:deployment_status:6');

      asked.length = 0;
      const second = await task.run({ state: first.state, signal });
      expect(second.deliveries).toEqual([]);
      expect(asked).toEqual(['?per_page=100']);
    },
  );

  /** Runs it until a look is over; what each call brought. */
  async function untilOver(
    task: PollTask,
    inbox: DatabaseInbox,
  ): Promise<string[][]> {
    const brought: string[][] = [];
    let state: string | undefined;
    do {
      const result = await task.run({ state, signal });
      await inbox.acceptMany(result.deliveries);
      brought.push(result.deliveries.map(one => one.deliveryKey));
      state = result.state;
    } while (state?.includes('look') && brought.length < 50);
    return brought;
  }

  it('goes through any gap, over as many calls as it takes', async () => {
    const database = await databases.create('SQLITE_3');
    const inbox = DatabaseInbox.create({ database });
    const task = githubCatchUp({
      database,
      deliveries: deliveries(),
      now: () => NOW,
    });
    const list = Array.from({ length: 450 }, (_, index) =>
      tried(450 - index, `guid-${450 - index}`, index / 100),
    );
    github(list);

    const brought = await untilOver(task, inbox);

    expect(brought.map(one => one.length)).toEqual([200, 200, 50]);
    expect(new Set(brought.flat())).toEqual(
      new Set(list.map(({ guid }) => guid)),
    );
    // what came meanwhile is found by the next look
    github([tried(451, 'guid-451', 0), ...list]);
    const next = await task.run({
      state: JSON.stringify({ seenUpTo: NOW }),
      signal,
    });
    expect(next.deliveries.map(one => one.deliveryKey)).toEqual(['guid-451']);
  });

  it('hands in what it has when its time is over, and goes on from there', async () => {
    const database = await databases.create('SQLITE_3');
    const inbox = DatabaseInbox.create({ database });
    const clock = { now: NOW };
    const list = Array.from({ length: 9 }, (_, index) =>
      tried(9 - index, `guid-${9 - index}`, index / 100),
    );
    github(list);
    const slow = deliveries();
    const task = githubCatchUp({
      database,
      now: () => clock.now,
      deliveries: {
        page: options => slow.page(options),
        payloadOf: async (...args) => {
          clock.now += 11_000;
          return slow.payloadOf(...args);
        },
      },
    });

    const brought = await untilOver(task, inbox);

    expect(brought.map(one => one.length)).toEqual([4, 4, 1]);
    expect(new Set(brought.flat()).size).toBe(9);
  });

  it('is not held up by one delivery that GitHub has no more', async () => {
    const database = await databases.create('SQLITE_3');
    const inbox = DatabaseInbox.create({ database });
    const task = githubCatchUp({
      database,
      deliveries: deliveries(),
      now: () => NOW,
    });
    github([tried(3, 'good', 1), tried(2, 'gone', 2), tried(1, 'empty', 3)]);
    server.use(
      http.get(`${API}/app/hook/deliveries/2`, () =>
        HttpResponse.json({ message: 'Not Found' }, { status: 404 }),
      ),
      http.get(`${API}/app/hook/deliveries/1`, () =>
        HttpResponse.json({ request: null }),
      ),
    );

    expect(await untilOver(task, inbox)).toEqual([['good', 'gone', 'empty']]);
    expect(
      await database
        .client('stability_inbox')
        .select('delivery_key', 'state', 'error')
        .orderBy('delivery_key'),
    ).toEqual([
      {
        delivery_key: 'empty',
        state: 'dead',
        error: expect.stringContaining('no longer has what it delivered'),
      },
      {
        delivery_key: 'gone',
        state: 'dead',
        error: expect.stringContaining('GitHub lists the delivery gone'),
      },
      { delivery_key: 'good', state: 'waiting', error: null },
    ]);
    // they are known from now on
    expect(await untilOver(task, inbox)).toEqual([[]]);
  });

  it('keeps what it has when GitHub refuses more, and throws when it has nothing', async () => {
    const database = await databases.create('SQLITE_3');
    const task = githubCatchUp({
      database,
      deliveries: deliveries(),
      now: () => NOW,
    });
    const refuse = (id: number) =>
      server.use(
        http.get(`${API}/app/hook/deliveries/${id}`, () =>
          HttpResponse.json({ message: 'rate limit' }, { status: 403 }),
        ),
      );
    github([tried(2, 'two', 1), tried(1, 'one', 2)]);
    refuse(1);
    const result = await task.run({ state: undefined, signal });
    expect(result.deliveries.map(one => one.deliveryKey)).toEqual(['two']);
    expect(JSON.parse(result.state ?? '').seenUpTo).toBeLessThan(NOW - HOUR);
    refuse(2);
    await expect(task.run({ state: undefined, signal })).rejects.toMatchObject({
      statusCode: 403,
    });
  });

  it('begins anew where the list has lost its place', async () => {
    const database = await databases.create('SQLITE_3');
    const task = githubCatchUp({
      database,
      deliveries: deliveries(),
      now: () => NOW,
    });
    server.use(
      http.get(`${API}/app/hook/deliveries`, () =>
        HttpResponse.json({ message: 'cursor' }, { status: 422 }),
      ),
    );
    const seenUpTo = NOW - HOUR;
    const state = JSON.stringify({
      seenUpTo,
      look: { newest: NOW, cursor: 'old' },
    });
    await expect(task.run({ state, signal })).resolves.toEqual({
      deliveries: [],
      state: JSON.stringify({ seenUpTo }),
    });
    await expect(task.run({ state: 'not JSON', signal })).rejects.toMatchObject(
      { statusCode: 422 },
    );
  });

  it('shows that it is the App', async () => {
    const { tokens } = github([]);

    await deliveries().page({ signal });

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
    await expect(deliveries().page({ signal })).rejects.toThrow();
    server.use(
      http.get(`${API}/app/hook/deliveries`, () =>
        HttpResponse.json({ message: 'Bad credentials' }, { status: 401 }),
      ),
    );
    await expect(deliveries().page({ signal })).rejects.toMatchObject({
      statusCode: 401,
    });
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
