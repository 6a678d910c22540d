import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { PROBE_MS, SourceHealthStore } from './SourceHealthStore';

const error = new Error('connection refused');

describe('SourceHealthStore', () => {
  const databases = createTestDatabases();

  async function setUp(id: (typeof databases.ids)[number]) {
    const health = SourceHealthStore.create({
      database: await databases.create(id),
    });
    await health.register([{ name: 'main', type: 'fake', demo: false }]);
    const state = async () => (await health.states(['main'])).get('main');
    return { health, state };
  }

  it.each(databases.ids)(
    'an outage lasts from the last answer to the next one, however many replicas fail, %s',
    async id => {
      const { health, state } = await setUp(id);
      await health.answered({ name: 'main', at: 100_000, durationMs: 5 });

      const failures = await Promise.all(
        [101_000, 102_000, 103_000].map(at =>
          health.failed({ name: 'main', at, error }),
        ),
      );
      expect(failures.filter(begun => begun)).toHaveLength(1);
      expect(await state()).toMatchObject({
        up: false,
        lastAnswerAt: 100_000,
        error: 'connection refused',
      });
      const answers = await Promise.all(
        [170_000, 171_000].map(at =>
          health.answered({ name: 'main', at, durationMs: 5 }),
        ),
      );
      expect(answers.filter(ended => ended)).toHaveLength(1);

      expect(await state()).toEqual({
        up: true,
        lastAnswerAt: expect.any(Number),
        lastDurationMs: 5,
      });
      const [gap, ...others] = await health.gaps({
        source: 'main',
        from: 0,
        to: 1_000,
      });
      expect(others).toEqual([]);
      expect(gap.from).toBe(100);
      expect([170, 171]).toContain(gap.to);
    },
  );

  it.each(databases.ids)(
    'gives gaps within bounds, in order, the open one up to the end, %s',
    async id => {
      const { health } = await setUp(id);
      for (const [down, up] of [
        [100, 200],
        [300, 400],
        [500, undefined],
      ]) {
        await health.answered({
          name: 'main',
          at: Number(down) * 1000,
          durationMs: 1,
        });
        await health.failed({
          name: 'main',
          at: Number(down) * 1000 + 1,
          error,
        });
        if (up) {
          await health.answered({ name: 'main', at: up * 1000, durationMs: 1 });
        }
      }

      await expect(
        health.gaps({ source: 'main', from: 150, to: 600 }),
      ).resolves.toEqual([
        { from: 150, to: 200 },
        { from: 300, to: 400 },
        { from: 500, to: 600 },
      ]);
      await expect(
        health.gaps({ source: 'main', from: 200, to: 300 }),
      ).resolves.toEqual([]);
    },
  );

  it.each(databases.ids)(
    'lets one replica try a source that is down, every 15 s, %s',
    async id => {
      const { health } = await setUp(id);
      await expect(health.claimProbe({ name: 'main', at: 0 })).resolves.toBe(
        false,
      );
      await health.failed({ name: 'main', at: 0, error });

      const claims = async (at: number) =>
        (
          await Promise.all(
            [1, 2, 3].map(() => health.claimProbe({ name: 'main', at })),
          )
        ).filter(claimed => claimed).length;

      expect(await claims(PROBE_MS - 1)).toBe(0);
      expect(await claims(2 * PROBE_MS)).toBe(1);
      expect(await claims(2 * PROBE_MS + 1)).toBe(0);
      expect(await claims(3 * PROBE_MS)).toBe(1);
    },
  );

  it.each(databases.ids)(
    'keeps each outage that a source tells once, however it is cut, %s',
    async id => {
      const { health } = await setUp(id);
      const told = (...cuts: Array<[number, number]>) =>
        health.wasDown({
          name: 'main',
          outages: cuts.map(([from, to]) => ({ from, to })),
        });
      const gaps = () => health.gaps({ source: 'main', from: 0, to: 9_000 });
      await told([300, 600], [2_000, 3_000]);
      await told([400, 500], [300, 600]);
      await told([600, 900]);
      await told([0, 100]);
      expect(await gaps()).toEqual([
        { from: 0, to: 100 },
        { from: 300, to: 900 },
        { from: 2_000, to: 3_000 },
      ]);
      await told([500, 2_500]);
      await health.wasDown({
        name: 'other',
        outages: [{ from: 0, to: 9_000 }],
      });
      expect(await gaps()).toEqual([
        { from: 0, to: 100 },
        { from: 300, to: 3_000 },
      ]);
    },
  );

  it.each(databases.ids)(
    'does not end an outage that lasts by what a source tells, %s',
    async id => {
      const { health, state } = await setUp(id);
      await health.failed({ name: 'main', at: 500_000, error });
      await health.wasDown({
        name: 'main',
        outages: [{ from: 100, to: 600 }],
      });
      expect(await state()).toMatchObject({ up: false, downSince: 500_000 });
      expect(await health.gaps({ source: 'main', from: 0, to: 9_000 })).toEqual(
        [
          { from: 100, to: 600 },
          { from: 500, to: 9_000 },
        ],
      );
    },
  );

  it.each(databases.ids)(
    'keeps what is known of a source over a restart, %s',
    async id => {
      const { health, state } = await setUp(id);
      await health.failed({ name: 'main', at: 5_000, error });

      await health.register([{ name: 'main', type: 'other', demo: true }]);

      expect(await state()).toMatchObject({ up: false, downSince: 5_000 });
    },
  );
});
