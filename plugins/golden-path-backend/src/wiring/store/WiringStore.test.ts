import { createTestDatabases } from '@plimsoll/plugin-database/testUtils';
import { openGoldenPathDatabase } from '../../database/GoldenPathDatabase';
import { WiringStore } from './WiringStore';

const databases = createTestDatabases({ open: openGoldenPathDatabase });
const NOW = Date.parse('2026-11-22T10:00:00Z');
const MINUTE = 60_000;

describe('WiringStore', () => {
  it.each(databases.ids)('gives each service to one replica, %p', async id => {
    const database = await databases.create(id);
    const replicas = [1, 2, 3].map(() => WiringStore.create({ database }));
    await replicas[0].replaceAll(['a', 'b'], NOW);
    const claimed = await Promise.all(replicas.map(one => one.claim(NOW)));
    const refs = claimed.flatMap(one => one?.entityRef ?? []);
    expect(refs.sort()).toEqual(['a', 'b']);
    // what a killed replica held is due again
    expect(await replicas[0].claim(NOW + MINUTE)).toBeUndefined();
    expect(await replicas[0].claim(NOW + 3 * MINUTE)).toBeDefined();
  });

  it.each(databases.ids)(
    'lets go of looks that others have overtaken, %p',
    async id => {
      const store = WiringStore.create({
        database: await databases.create(id),
      });
      await store.replaceAll(['a'], NOW);
      const sent = {
        severity: 'critical' as const,
        sentAt: new Date(NOW + 5).toISOString(),
        receivers: ['pager'],
        integrations: ['pagerduty'],
      };
      const look = (
        version: string,
        checkedAt: number,
        testAlert?: typeof sent,
      ) =>
        store.keep({
          entityRef: 'a',
          proof: {
            lines: [],
            deployment: { version, environment: 'production', at: '' },
            testAlert,
          },
          checkedAt,
          dueAt: NOW + 60 * MINUTE,
        });
      await look('newer', NOW + 2);
      await look('older', NOW + 1);
      expect(await store.get('a')).toMatchObject({
        checkedAt: NOW + 2,
        deployment: { version: 'newer' },
      });
      await store.keepTestAlert('a', sent, NOW + 6);
      // began before the alert was sent
      await look('without the alert', NOW + 4);
      expect(await store.get('a')).toMatchObject({
        deployment: { version: 'newer' },
        testAlert: sent,
      });
      // and is looked at again, should its sender die
      expect(await store.claim(NOW + 3 * MINUTE)).toBeDefined();
      await look('with the alert', NOW + 7, sent);
      expect(await store.get('a')).toMatchObject({
        deployment: { version: 'with the alert' },
        testAlert: sent,
      });
    },
  );

  it.each(databases.ids)(
    'follows the catalog and keeps proofs, %p',
    async id => {
      const database = await databases.create(id);
      const store = WiringStore.create({ database });
      await store.replaceAll(['a', 'b'], NOW);
      await store.keep({
        entityRef: 'a',
        proof: { lines: [] },
        checkedAt: NOW + 1,
        dueAt: NOW + MINUTE,
      });
      await store.replaceAll(['a', 'c'], NOW + 2);
      expect(await store.get('a')).toEqual({
        entityRef: 'a',
        knownSince: NOW,
        checkedAt: NOW + 1,
        lines: [],
        deployment: undefined,
        testAlert: undefined,
      });
      expect(await store.get('b')).toBeUndefined();
      expect(await store.get('c')).toMatchObject({ knownSince: NOW + 2 });
      // a proof of what is gone does not bring it back
      const proof = { lines: [] };
      const times = { checkedAt: NOW, dueAt: NOW };
      await store.keep({ entityRef: 'b', proof, ...times });
      expect(await store.get('b')).toBeUndefined();
    },
  );
});
