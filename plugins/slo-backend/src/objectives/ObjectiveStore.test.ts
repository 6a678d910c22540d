import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { catalogObjective } from '../service/__testUtils__/catalogObjective';
import { ObjectiveStore } from './ObjectiveStore';

const databases = createTestDatabases();
const T0 = Date.UTC(2026, 10, 20, 12);
const MINUTE = 60_000;

async function setUp(id: TestDatabaseId) {
  const database = await databases.create(id);
  const store = ObjectiveStore.create({ database });
  const rows = async () => {
    const found = await database
      .client('slo_objective')
      .join('slo_status', 'slo_status.objective_id', 'slo_objective.id')
      .select('slo_objective.*', 'state', 'state_rank', 'payload')
      .orderBy('ref');
    return found.map(row => ({
      ...row,
      changed_at: Number(row.changed_at),
      due_at: Number(row.due_at),
      removed_at: row.removed_at === null ? null : Number(row.removed_at),
    }));
  };
  return { database, store, rows };
}

const a = catalogObjective({ ref: 'slo:default/a' });
const b = catalogObjective({ ref: 'slo:default/b', displayName: 'Größe' });

describe('ObjectiveStore', () => {
  // SQLite has one process
  for (const id of databases.ids.filter(other => other !== 'SQLITE_3')) {
    it(`lets go of what it holds where its replica stands still, ${id}`, async () => {
      const { database, store } = await setUp(id);
      const asked: string[] = [];
      database.client.on('query', ({ sql }: { sql: string }) =>
        asked.push(sql),
      );
      await store.replaceAll({ objectives: [a], now: T0 });
      const [begin, limit] = asked;
      expect(begin).toMatch(/^BEGIN/);
      expect(limit).toContain('idle_in_transaction_session_timeout = 10000');
    });
  }

  it.each(databases.ids)(
    'writes new objectives with a first status, due at once, %p',
    async id => {
      const { store, rows } = await setUp(id);
      expect(await store.replaceAll({ objectives: [a, b], now: T0 })).toEqual({
        added: 2,
        changed: 0,
        removed: 0,
      });

      const [first, second] = await rows();
      expect(first).toMatchObject({
        ref: 'slo:default/a',
        objective: 'requests-served',
        entity_ref: 'component:default/checkout',
        indicator_kind: 'ratio',
        source: 'prometheus',
        location: 'url:https://git.example/slo.yaml',
        faults: '[]',
        changed_at: T0,
        due_at: T0 / 1000,
        removed_at: null,
        ledger_hash: null,
        state: 'no-data',
        state_rank: 3,
      });
      expect(JSON.parse(first.definition)).toEqual(a.definition);
      expect(JSON.parse(first.payload).reason).toEqual({
        code: 'never-measured',
      });
      expect(second.sort_name).toBe('größe');
      expect(second.search_text).toContain('größe');
    },
  );

  it.each(databases.ids)(
    'takes names that are longer than what the catalog shows, %p',
    async id => {
      const { store, rows } = await setUp(id);
      // in lower case this letter takes two
      const displayName = `${'İ'.repeat(250)} (2)`;
      const wordy = catalogObjective({ ref: 'slo:default/wordy', displayName });

      await store.replaceAll({ objectives: [a, wordy], now: T0 });
      expect((await rows())[1]).toMatchObject({
        display_name: displayName,
        sort_name: displayName.toLocaleLowerCase('en-US'),
      });
    },
  );

  it.each(databases.ids)('leaves alone what did not change, %p', async id => {
    const { store, rows, database } = await setUp(id);
    await store.replaceAll({ objectives: [a, b], now: T0 });
    await database.client('slo_objective').update({ due_at: 7 });
    const before = await rows();

    expect(
      await store.replaceAll({ objectives: [b, a], now: T0 + MINUTE }),
    ).toEqual({ added: 0, changed: 0, removed: 0 });
    expect(await rows()).toEqual(before);
  });

  it.each(databases.ids)(
    'knows a new measurement from a new target, %p',
    async id => {
      const { store, rows } = await setUp(id);
      await store.replaceAll({ objectives: [a], now: T0 });
      const [before] = await rows();

      const retargeted = catalogObjective({
        ref: 'slo:default/a',
        target: 0.9,
        targetText: '90',
      });
      await store.replaceAll({ objectives: [retargeted], now: T0 + MINUTE });
      const [afterTarget] = await rows();
      expect(afterTarget).toMatchObject({
        id: before.id,
        definition_hash: before.definition_hash,
        due_at: T0 / 1000 + 60,
        changed_at: T0 + MINUTE,
      });

      const remeasured = catalogObjective({
        ref: 'slo:default/a',
        indicator: {
          kind: 'ratio',
          counter: true,
          bad: { spec: { query: 'other' } },
          total: { spec: { query: 'total' } },
        },
      });
      await store.replaceAll({
        objectives: [remeasured],
        now: T0 + 2 * MINUTE,
      });
      const [afterQuery] = await rows();
      expect(afterQuery.definition_hash).not.toBe(before.definition_hash);
    },
  );

  it.each(databases.ids)(
    'keeps the measurement while an indicator is missing, %p',
    async id => {
      const { store, rows } = await setUp(id);
      await store.replaceAll({ objectives: [a], now: T0 });
      const [before] = await rows();
      const { indicator, ...rest } = a.definition;
      const faulty = {
        ...a,
        definition: rest,
        indicatorKind: undefined,
        faults: [{ path: 'spec.indicatorRef', message: 'names no SLI' }],
      };

      await store.replaceAll({ objectives: [faulty], now: T0 + MINUTE });
      const [during] = await rows();
      expect(during).toMatchObject({
        definition_hash: before.definition_hash,
        indicator_kind: '',
        due_at: T0 / 1000 + 60,
      });
      expect(JSON.parse(during.faults)).toEqual(faulty.faults);

      await store.replaceAll({ objectives: [a], now: T0 + 2 * MINUTE });
      const [after] = await rows();
      expect(after).toMatchObject({
        definition_hash: before.definition_hash,
        faults: '[]',
      });
      expect(indicator?.kind).toBe('ratio');
    },
  );

  it.each(databases.ids)(
    'marks what is gone once, and takes it back with its ledger, %p',
    async id => {
      const { store, rows } = await setUp(id);
      await store.replaceAll({ objectives: [a, b], now: T0 });
      const [before] = await rows();

      expect(
        await store.replaceAll({ objectives: [b], now: T0 + MINUTE }),
      ).toEqual({ added: 0, changed: 0, removed: 1 });
      expect((await rows())[0]).toMatchObject({
        removed_at: T0 / 1000 + 60,
        changed_at: T0 + MINUTE,
      });
      expect(
        await store.replaceAll({ objectives: [b], now: T0 + 2 * MINUTE }),
      ).toEqual({ added: 0, changed: 0, removed: 0 });
      expect((await rows())[0].removed_at).toBe(T0 / 1000 + 60);

      expect(
        await store.replaceAll({ objectives: [a, b], now: T0 + 3 * MINUTE }),
      ).toEqual({ added: 0, changed: 1, removed: 0 });
      expect((await rows())[0]).toMatchObject({
        id: before.id,
        removed_at: null,
        due_at: T0 / 1000 + 180,
      });
    },
  );

  it.each(databases.ids)(
    'says what is wrong in the first status, %p',
    async id => {
      const { store, rows } = await setUp(id);
      const faults = [
        { path: 'spec.indicator', message: 'is not configured' },
        { path: 'spec.service', message: 'second' },
      ];
      await store.replaceAll({ objectives: [{ ...a, faults }] });
      expect(JSON.parse((await rows())[0].payload).reason).toEqual({
        code: 'faulty',
        params: {
          faults: 2,
          path: 'spec.indicator',
          message: 'is not configured',
        },
      });
    },
  );

  it.each(databases.ids)(
    'keeps the objectives of one document apart, %p',
    async id => {
      const { store, rows } = await setUp(id);
      const second = catalogObjective({
        ref: 'slo:default/a',
        objective: 'objective-2',
      });
      await store.replaceAll({ objectives: [a, second] });
      await store.replaceAll({ objectives: [second] });
      expect(
        (await rows()).map(row => [row.objective, row.removed_at === null]),
      ).toEqual(
        expect.arrayContaining([
          ['requests-served', false],
          ['objective-2', true],
        ]),
      );
    },
  );

  it.each(databases.ids)(
    'pitfall 16: replicas that follow at the same time agree, %p',
    async id => {
      const { store, rows } = await setUp(id);
      const many = Array.from({ length: 60 }, (_, index) =>
        catalogObjective({ ref: `slo:default/o-${index}` }),
      );
      await Promise.all([
        store.replaceAll({ objectives: many, now: T0 }),
        store.replaceAll({ objectives: [...many].reverse(), now: T0 }),
        store.replaceAll({ objectives: many.slice(0, 40), now: T0 }),
      ]);
      const after = await rows();
      expect(after).toHaveLength(60);
      await store.replaceAll({ objectives: many, now: T0 });
      expect((await rows()).every(row => row.removed_at === null)).toBe(true);
    },
  );

  it.each(databases.ids)('bears texts of any length, %p', async id => {
    const { store, rows } = await setUp(id);
    const long = catalogObjective({
      displayName: 'x'.repeat(255),
      description: 'y'.repeat(5_000),
    });
    await store.replaceAll({ objectives: [long] });
    expect((await rows())[0].search_text).toHaveLength(1_024);
  });
});
