import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { readSources } from './readSources';

const NOW = Date.UTC(2026, 10, 21, 20);
const MINUTE = 60_000;

describe('readSources', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'says by the inbox what came last, also what the book of doors never heard of, %s',
    async id => {
      const { client } = await databases.create(id);
      const deliver = (key: string, source: string, at: number) =>
        client('stability_inbox').insert({
          id: key,
          source,
          delivery_key: key,
          body: Buffer.from('{}'),
          headers: '{}',
          received_at: at,
          state: 'done',
          next_attempt_at: 1,
        });
      // github: 128 more came between the last flush and kill -9
      await client('stability_door').insert([
        { source: 'github', last_received_at: NOW - 9 * MINUTE },
        // what it delivered was kept long enough, or was known already
        { source: 'jenkins', last_received_at: NOW - 8 * MINUTE },
        { source: 'gitlab', last_received_at: NOW - MINUTE },
      ]);
      await deliver('b', 'github', NOW - 5 * MINUTE);
      await deliver('a', 'github', NOW - 7 * MINUTE);
      await deliver('c', 'gitlab', NOW - 3 * MINUTE);
      const at = (minutes: number) =>
        new Date(NOW - minutes * MINUTE).toISOString();

      expect(
        await readSources({
          client,
          sources: ['github', 'jenkins', 'gitlab', 'argocd'].map(source => ({
            source,
            configured: source !== 'argocd',
          })),
          now: NOW,
        }),
      ).toEqual([
        { source: 'github', configured: true, lastReceivedAt: at(5) },
        { source: 'jenkins', configured: true, lastReceivedAt: at(8) },
        { source: 'gitlab', configured: true, lastReceivedAt: at(1) },
        { source: 'argocd', configured: false },
      ]);
      expect(await readSources({ client, sources: [], now: NOW })).toEqual([]);
    },
  );

  it.each(databases.ids)(
    'sums up what a door heard and refused in seven days, %s',
    async id => {
      const { client } = await databases.create(id);
      await client('stability_door').insert({
        source: 'github',
        last_received_at: NOW,
        last_rejected_at: NOW - MINUTE,
      });
      await client('stability_door_day').insert([
        { source: 'github', day: '2026-11-14', heard: 900, refused: 900 },
        {
          source: 'github',
          day: '2026-11-15',
          heard: 5,
          refused: 24,
          refused_because: 'compare the secrets',
        },
        { source: 'github', day: '2026-11-21', heard: 2, refused: 0 },
        { source: 'gitlab', day: '2026-11-21', heard: 1, refused: 0 },
      ]);
      const sources = ['github', 'gitlab'].map(source => ({
        source,
        configured: true,
      }));
      const [github, gitlab] = await readSources({ client, sources, now: NOW });

      expect(github.recent).toEqual({
        since: '2026-11-15T00:00:00.000Z',
        heard: 7,
        refused: 24,
        lastRefusal: {
          at: new Date(NOW - MINUTE).toISOString(),
          because: 'compare the secrets',
        },
      });
      expect(gitlab.recent).toEqual({
        since: '2026-11-15T00:00:00.000Z',
        heard: 1,
        refused: 0,
      });
    },
  );
});
