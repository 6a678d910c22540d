import { mockServices } from '@backstage/backend-test-utils';
import type { ReadRevisionsRequest } from '@plimsoll/plugin-slo-node';
import {
  insertObjectives,
  objectiveDefinition,
} from '../database/__testUtils__/insertObjectives';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { SourceRegistry } from '../sources/SourceRegistry';
import { RevisionWatch } from './RevisionWatch';

/** 2026-11-20T12:00:00Z */
const NOON = Date.UTC(2026, 10, 20, 12) / 1000;
const HOUR = 3_600;

describe('RevisionWatch', () => {
  const databases = createTestDatabases();
  const { signal } = new AbortController();

  async function setUp(id: (typeof databases.ids)[number]) {
    const database = await databases.create(id);
    const source = FakeMetricsSource.create();
    const revised = jest.fn(async ({ objectives }: ReadRevisionsRequest) =>
      objectives.map(objective => ({
        objective,
        from: NOON - 2 * HOUR + 7,
        to: NOON + HOUR,
      })),
    );
    const sources = await SourceRegistry.create({
      config: mockServices.rootConfig(),
      factories: [],
      added: [
        {
          name: 'facts',
          type: 'facts',
          source: Object.assign(source, { revised }),
        },
      ],
      database,
    });
    const [ready, unread] = await insertObjectives({
      database,
      ready: true,
      definitions: ['ready', 'unread'].map(name =>
        objectiveDefinition({ ref: `slo:default/${name}`, source: 'facts' }),
      ),
    });
    const rows = database.client('slo_objective');
    await rows
      .clone()
      .update({ source: 'facts', backfilled_from: NOON - HOUR });
    await rows.clone().where({ id: unread }).update({ backfilled_from: null });
    const clock = { seconds: NOON };
    const watch = () =>
      RevisionWatch.create({
        database,
        sources,
        source: sources.get('facts')!,
        now: () => clock.seconds * 1000,
      });
    const answered = (at: number) =>
      database
        .client('slo_source')
        .where({ name: 'facts' })
        .update({ last_answer_at: at * 1000, up: true });
    const noted = () =>
      database
        .client('slo_backfill')
        .select('objective_id', 'priority', 'start', 'end');
    return { database, revised, ready, clock, watch, answered, noted };
  }

  it.each(databases.ids)('notes what is to be read again, %p', async id => {
    const { ready, watch, answered, noted } = await setUp(id);
    await answered(NOON - 60);

    expect(await watch().look(signal)).toBe(1);

    const rows = await noted();
    expect(
      rows.map(row => [row.objective_id, row.priority, +row.start, +row.end]),
    ).toEqual([[ready, 1, NOON - 2 * HOUR, NOON]]);
  });

  it.each(databases.ids)('asks from where it last asked, %p', async id => {
    const { revised, clock, watch, answered } = await setUp(id);
    const first = watch();
    expect(await first.look(signal)).toBe(0);
    expect(revised).not.toHaveBeenCalled();

    await answered(NOON - HOUR);
    await first.look(signal);
    await answered(NOON);
    clock.seconds += 30;
    await first.look(signal);

    expect(revised.mock.calls.map(([request]) => request)).toEqual([
      expect.objectContaining({ since: NOON - HOUR - 300 }),
      expect.objectContaining({ since: NOON - 300 }),
    ]);
  });

  it.each(databases.ids)(
    'loses nothing when the source is down at the start, %p',
    async id => {
      const { database, revised, watch, answered } = await setUp(id);
      await answered(NOON - HOUR);
      const rows = database.client('slo_source').where({ name: 'facts' });
      await rows.clone().update({ up: false });
      const one = watch();
      expect(await one.look(signal)).toBe(0);

      await answered(NOON);
      await one.look(signal);

      expect(revised).toHaveBeenCalledTimes(1);
      expect(revised.mock.calls[0][0]).toMatchObject({
        since: NOON - HOUR - 300,
      });
    },
  );
});
