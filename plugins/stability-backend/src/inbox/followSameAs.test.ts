import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { ObservationStore } from '../observations/ObservationStore';
import { GithubSender } from '../senders/github/GithubSender';
import { FakeResolver } from './__testUtils__/FakeResolver';
import { DatabaseInbox } from './DatabaseInbox';
import { InboxWorker } from './InboxWorker';

const databases = createTestDatabases();
const CART = 'component:default/cart';
const SHA = '8f14e45fceea167a5a36dedd4bea2543aaaaaaaa';
const repository = { full_name: 'shop/mono', default_branch: 'main' };

const pull = {
  action: 'closed',
  repository,
  pull_request: {
    number: 42,
    title: 'Cart entries in MessagePack',
    merged: true,
    merged_at: '2026-11-20T14:20:00Z',
    merge_commit_sha: SHA,
    base: { ref: 'main' },
    head: { ref: 'hotfix/cart' },
  },
};

const push = {
  ref: 'refs/heads/main',
  repository,
  commits: [
    {
      id: SHA,
      message: 'Cart entries in MessagePack (#42)',
      timestamp: '2026-11-20T14:20:00Z',
      modified: ['services/cart/src/a.ts'],
    },
  ],
};

async function setUp(id: (typeof databases.ids)[number]) {
  const database = await databases.create(id);
  const clock = { now: Date.UTC(2026, 10, 20, 15) };
  const now = () => clock.now;
  const sender = GithubSender.create();
  const inbox = DatabaseInbox.create({ database, now });
  const worker = InboxWorker.create({
    database,
    // several services have that repository: only a folder decides
    resolver: FakeResolver.create({ 'services/cart/src': [CART] }),
    observations: ObservationStore.create({ now }),
    senderOf: () => sender,
    logger: mockServices.logger.mock(),
    now,
  });
  return {
    clock,
    worker,
    send: (event: string, payload: unknown) =>
      inbox.accept({
        source: 'github',
        deliveryKey: event,
        body: Buffer.from(JSON.stringify(payload)),
        headers: { 'x-github-event': event },
      }),
    states: async () =>
      database.client('stability_inbox').orderBy('id').pluck('state'),
    kept: async (): Promise<string[]> => {
      const rows = await database
        .client('stability_observation')
        .orderBy('id')
        .select('id', 'entity_ref', 'content');
      rows.forEach(row => expect(row.content).not.toContain('sameAs'));
      return rows.map(row => `${row.id.split(':')[1]} of ${row.entity_ref}`);
    },
  };
}

describe('a pull request of a repository with several services', () => {
  const both = [`commit of ${CART}`, `pull_request of ${CART}`];

  it.each(databases.ids)('belongs where its commit does, %s', async id => {
    const { send, worker, kept, states } = await setUp(id);
    await send('push', push);
    await worker.drain();
    await send('pull_request', pull);
    await worker.drain();
    expect(await kept()).toEqual(both);
    expect(await states()).toEqual(['done', 'done']);
  });

  it('may be read together with its commit', async () => {
    const { send, worker, kept } = await setUp('SQLITE_3');
    await send('pull_request', pull);
    await send('push', push);
    await worker.drain();
    expect(await kept()).toEqual(both);
  });

  it.each(databases.ids)('waits for its commit, %s', async id => {
    const { clock, send, worker, kept, states } = await setUp(id);
    await send('pull_request', pull);
    await worker.drain();
    expect(await states()).toEqual(['waiting']);
    await send('push', push);
    await worker.drain();
    clock.now += 20_000;
    await worker.drain();
    expect(await kept()).toEqual(both);
  });

  it('matches nobody when its commit never comes', async () => {
    const { clock, send, worker, states } = await setUp('SQLITE_3');
    await send('pull_request', pull);
    for (let minute = 0; minute < 3; minute++) {
      await worker.drain();
      clock.now += 60_000;
    }
    expect(await states()).toEqual(['waiting']);
    await worker.drain();
    expect(await states()).toEqual(['unmatched']);
  });
});
