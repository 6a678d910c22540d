import { mockServices } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { FindObjectivesResult } from '@plimsoll/plugin-slo-node';
import { ServiceIndex } from '@plimsoll/service-index';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { ObjectiveStore } from '../objectives/ObjectiveStore';
import { catalogObjective } from '../service/__testUtils__/catalogObjective';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { SourceRegistry } from '../sources/SourceRegistry';
import { foundObjective } from './__testUtils__/foundObjective';
import type { ExistingRulesConfig } from './ExistingRulesConfig';
import { RuleScanner } from './RuleScanner';
import { visibleRules } from './visibleRules';

const databases = createTestDatabases();
/** 2026-11-20T12:00:00Z */
const NOON = Date.UTC(2026, 10, 20, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const CONFIG: ExistingRulesConfig = {
  origins: ['sloth', 'pyrra'],
  namespace: 'default',
  services: [],
  identityLabels: ['cluster'],
  removeAfterMs: 2 * HOUR,
};
const cart = foundObjective();
const pay = foundObjective({
  origin: 'pyrra',
  id: 'pay-requests',
  displayName: 'pay-requests',
  labels: { service: 'pay' },
  ratioOnly: false,
});
const CART = 'slo:sloth.prometheus/cart-availability';
const PAY = 'slo:pyrra.prometheus/pay-requests';

async function setUp(id: TestDatabaseId) {
  const database = await databases.create(id);
  const clock = { millis: NOON };
  const answer: { result: FindObjectivesResult; fault?: Error } = {
    result: { found: [cart, pay], refused: [] },
  };
  const findObjectives = jest.fn(async () => {
    if (answer.fault) {
      throw answer.fault;
    }
    return answer.result;
  });
  const services = await ServiceIndex.create({
    database: { getClient: async () => database.client },
  });
  const catalog = ['cart', 'pay'].map(name => ({
    entityRef: `component:default/${name}`,
    kind: 'component',
    owners: [],
  }));
  await services.replaceAll(catalog);
  const sources = await SourceRegistry.create({
    config: mockServices.rootConfig(),
    factories: [],
    added: [
      {
        name: 'prometheus',
        type: 'fake',
        source: Object.assign(FakeMetricsSource.create(), { findObjectives }),
      },
    ],
    database,
  });
  const logger = mockServices.logger.mock();
  const onChange = jest.fn();
  const replica = async (config: ExistingRulesConfig | undefined = CONFIG) => {
    const scanner = RuleScanner.create({
      database,
      sources,
      services,
      configs: new Map(config.origins.length ? [['prometheus', config]] : []),
      logger,
      onChange,
      now: () => clock.millis,
    });
    await scanner.start();
    return scanner;
  };
  const scanner = await replica();
  return {
    database,
    services,
    clock,
    answer,
    findObjectives,
    logger,
    onChange,
    replica,
    /** As the scheduler does every minute. */
    scanAt: async (millis: number) => {
      clock.millis = millis;
      await scanner.scan();
    },
    shown: async () => {
      const rows = await database
        .client('slo_objective')
        .whereNull('removed_at')
        .orderBy('ref');
      return rows.map(row => row.ref);
    },
    report: async () =>
      (
        await visibleRules({
          client: database.client,
          scope: { kind: 'all' },
          request: {},
        })
      ).existingRules,
  };
}

describe('RuleScanner', () => {
  // SQLite has one process
  for (const id of databases.ids.filter(other => other !== 'SQLITE_3')) {
    it(`lets go of what it holds where its replica stands still, ${id}`, async () => {
      const { database, answer, scanAt } = await setUp(id);
      await scanAt(NOON);
      const asked: string[] = [];
      database.client.on('query', ({ sql }: { sql: string }) =>
        asked.push(sql),
      );
      // marks the other one as missing
      answer.result = { found: [cart], refused: [] };
      await scanAt(NOON + 10 * MINUTE);
      const held = asked.filter(sql => /for update$/.test(sql));
      const limits = asked.filter(sql =>
        sql.includes('idle_in_transaction_session_timeout = 10000'),
      );
      const begun = asked.filter(sql => /^BEGIN/.test(sql));
      expect(held.length).toBeGreaterThan(0);
      expect(limits.length).toBeGreaterThan(0);
      expect(limits).toHaveLength(begun.length);
    });
  }

  it.each(databases.ids)('keeps what it finds as objectives, %p', async id => {
    const { database, scanAt, findObjectives, onChange, report } = await setUp(
      id,
    );
    await scanAt(NOON);

    const rows = await database.client('slo_objective').orderBy('ref');
    expect(rows).toMatchObject([
      {
        ref: PAY,
        origin: 'pyrra',
        entity_ref: 'component:default/pay',
        objective: 'objective-1',
        source: 'prometheus',
        faults: '[]',
        missing_since: null,
      },
      { ref: CART, origin: 'sloth', entity_ref: 'component:default/cart' },
    ]);
    expect(JSON.parse(rows[0].definition)).toMatchObject({
      displayName: 'pay-requests',
      target: 0.999,
      targetText: '99.9',
      unit: 'events',
      budgeting: { method: 'occurrences' },
    });
    expect(JSON.parse(rows[1].definition)).toMatchObject({
      unit: 'slices',
      budgeting: { method: 'ratio-timeslices', sliceSeconds: 300 },
    });
    expect(await database.client('slo_status')).toHaveLength(2);
    expect(findObjectives.mock.calls).toEqual([
      [
        expect.objectContaining({
          origins: ['sloth', 'pyrra'],
          identityLabels: ['cluster'],
          at: NOON / 1_000,
        }),
      ],
    ]);
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(await report()).toEqual({
      scans: ['sloth', 'pyrra'].map(origin => ({
        source: 'prometheus',
        origin,
        scannedAt: '2026-11-20T12:00:00.000Z',
        found: 1,
        shown: 1,
      })),
      refused: [],
      totalRefused: 0,
    });
  });

  it.each(databases.ids)(
    'looks every five minutes, one replica at a time, %p',
    async id => {
      const { clock, replica, findObjectives, onChange } = await setUp(id);
      const [one, two] = [await replica(), await replica()];
      const both = () => Promise.all([one.scan(), two.scan()]);
      await both();
      expect(findObjectives).toHaveBeenCalledTimes(1);

      clock.millis += 4 * MINUTE;
      await both();
      expect(findObjectives).toHaveBeenCalledTimes(1);

      clock.millis += MINUTE;
      await both();
      expect(findObjectives).toHaveBeenCalledTimes(2);
      // and nobody is told where nothing is new
      expect(onChange).toHaveBeenCalledTimes(1);
    },
  );

  it.each(databases.ids)(
    'takes over from a replica that died, after a minute, %p',
    async id => {
      const { database, clock, findObjectives, scanAt } = await setUp(id);
      await database.client('slo_rule_scan').update({
        lease_owner: 'dead',
        lease_until: NOON + MINUTE,
      });
      await scanAt(NOON + MINUTE - 1);
      expect(findObjectives).not.toHaveBeenCalled();
      await scanAt(clock.millis + 1);
      expect(findObjectives).toHaveBeenCalledTimes(1);
    },
  );

  it.each(databases.ids)(
    'removes an SLO whose series are gone, after a while, %p',
    async id => {
      const { database, answer, scanAt, shown } = await setUp(id);
      await scanAt(NOON);
      answer.result = { found: [pay], refused: [] };

      await scanAt(NOON + 5 * MINUTE);
      await scanAt(NOON + 2 * HOUR);
      expect(await shown()).toEqual([PAY, CART]);
      await scanAt(NOON + 2 * HOUR + 5 * MINUTE);
      expect(await shown()).toEqual([PAY]);

      // its row and its ledger are there when it comes back
      const [{ id: before }] = await database
        .client('slo_objective')
        .where({ ref: CART });
      answer.result = { found: [cart, pay], refused: [] };
      await scanAt(NOON + 3 * HOUR);
      expect(await shown()).toEqual([PAY, CART]);
      expect(
        await database.client('slo_objective').where({ ref: CART }),
      ).toMatchObject([{ id: before, missing_since: null }]);
    },
  );

  it.each(databases.ids)(
    'counts the time anew when series were back in between, %p',
    async id => {
      const { answer, scanAt, shown } = await setUp(id);
      const gone = { found: [pay], refused: [] };
      const all = answer.result;
      await scanAt(NOON);
      answer.result = gone;
      await scanAt(NOON + 5 * MINUTE);
      answer.result = all;
      await scanAt(NOON + HOUR);
      answer.result = gone;
      await scanAt(NOON + HOUR + 5 * MINUTE);
      await scanAt(NOON + 2 * HOUR + 30 * MINUTE);
      expect(await shown()).toEqual([PAY, CART]);
      await scanAt(NOON + 3 * HOUR + 5 * MINUTE);
      expect(await shown()).toEqual([PAY]);
    },
  );

  it.each(databases.ids)(
    'removes nothing while the source does not answer, %p',
    async id => {
      const { answer, scanAt, shown, logger, report } = await setUp(id);
      await scanAt(NOON);
      answer.fault = new Error('connect ECONNREFUSED 10.1.2.3:9090');
      for (let minutes = 5; minutes < 48 * 60; minutes += 30) {
        await scanAt(NOON + minutes * MINUTE);
      }
      expect(await shown()).toEqual([PAY, CART]);
      expect((await report())?.scans).toHaveLength(2);
      // once, and without the address
      expect(logger.warn.mock.calls).toEqual([
        [expect.stringContaining('what was found before stays')],
      ]);
      expect(logger.warn.mock.calls[0][0]).not.toContain('10.1.2.3');

      answer.fault = undefined;
      await scanAt(NOON + 48 * HOUR);
      expect(await shown()).toEqual([PAY, CART]);
    },
  );

  it.each(databases.ids)(
    'counts what names no service, and shows none of it, %p',
    async id => {
      const { answer, scanAt, shown, logger, report } = await setUp(id);
      answer.result = {
        found: [
          cart,
          foundObjective({
            id: 'ghost-errors',
            labels: { sloth_service: 'ghost' },
          }),
        ],
        refused: [{ origin: 'pyrra', id: 'probe', code: 'no-rate' }],
      };
      await scanAt(NOON);
      expect(await shown()).toEqual([CART]);
      expect(await report()).toMatchObject({
        scans: [
          { origin: 'sloth', found: 2, shown: 1 },
          { origin: 'pyrra', found: 1, shown: 0 },
        ],
        refused: [
          { source: 'prometheus', origin: 'pyrra', id: 'probe' },
          {
            id: 'ghost-errors',
            code: 'unknown-service',
            params: { label: 'sloth_service', value: 'ghost' },
          },
        ],
        totalRefused: 2,
      });
      await scanAt(NOON + 5 * MINUTE);
      expect(logger.warn).toHaveBeenCalledTimes(1);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringMatching(/^2 SLOs of other tools .* not shown/),
      );
    },
  );

  it.each(databases.ids)(
    'keeps one that cannot be read for a while as it is, %p',
    async id => {
      const { answer, scanAt, shown } = await setUp(id);
      await scanAt(NOON);
      answer.result = {
        found: [pay],
        refused: [
          { origin: 'sloth', id: 'cart-availability', code: 'contradictory' },
        ],
      };
      await scanAt(NOON + 5 * MINUTE);
      await scanAt(NOON + 24 * HOUR);
      expect(await shown()).toEqual([PAY, CART]);
    },
  );

  it.each(databases.ids)(
    'refreshes all others while one is odd, which stays as it was, %p',
    async id => {
      const { database, answer, scanAt, shown, report } = await setUp(id);
      await scanAt(NOON);
      answer.result = {
        found: [
          { ...cart, window: { value: NaN, unit: 'm' } },
          { ...pay, displayName: 'Pay\u0000ments' },
        ],
        refused: [],
      };
      await scanAt(NOON + 5 * MINUTE);
      await scanAt(NOON + 24 * HOUR);
      expect(await shown()).toEqual([PAY, CART]);
      expect(
        await database.client('slo_objective').where({ ref: PAY }),
      ).toMatchObject([{ display_name: 'Pay ments' }]);
      expect(await report()).toMatchObject({
        scans: [
          { origin: 'sloth', found: 1, shown: 0 },
          { origin: 'pyrra', found: 1, shown: 1 },
        ],
        refused: [
          {
            source: 'prometheus',
            id: 'cart-availability',
            code: 'unusable-window',
            params: { seconds: 'NaN' },
          },
        ],
      });
    },
  );

  it.each(databases.ids)(
    'shows neither of two that would be one, and says so, %p',
    async id => {
      const { answer, scanAt, shown, report } = await setUp(id);
      answer.result = {
        found: [
          foundObjective({ target: 0.9 }),
          foundObjective({ target: 0.99 }),
          pay,
        ],
        refused: [],
      };
      await scanAt(NOON);
      expect(await shown()).toEqual([PAY]);
      expect((await report())?.refused).toMatchObject([
        { id: 'cart-availability', code: 'contradictory' },
      ]);
    },
  );

  it.each(databases.ids)(
    'looks again at once while the catalog is not read yet, %p',
    async id => {
      const { services, scanAt, shown, findObjectives } = await setUp(id);
      const all = [...(await services.getAll()).values()];
      await services.replaceAll([]);
      await scanAt(NOON);
      expect(await shown()).toEqual([]);
      await services.replaceAll(all);
      await scanAt(NOON + MINUTE);
      expect(findObjectives).toHaveBeenCalledTimes(2);
      expect(await shown()).toEqual([PAY, CART]);
    },
  );

  it.each(databases.ids)(
    'leaves the documents of the catalog alone, and they it, %p',
    async id => {
      const { database, scanAt, shown, replica } = await setUp(id);
      const documents = ObjectiveStore.create({ database });
      const own = catalogObjective({ ref: 'slo:default/own' });
      await documents.replaceAll({ objectives: [own] });
      await scanAt(NOON);
      expect(await shown()).toEqual(['slo:default/own', PAY, CART]);

      await documents.replaceAll({ objectives: [] });
      expect(await shown()).toEqual([PAY, CART]);
      await documents.replaceAll({ objectives: [own] });
      await replica({ ...CONFIG, origins: [] });
      expect(await shown()).toEqual(['slo:default/own']);
    },
  );

  it.each(databases.ids)(
    'forgets a tool that app-config does not name any more, %p',
    async id => {
      const { clock, scanAt, shown, replica, report } = await setUp(id);
      await scanAt(NOON);
      clock.millis += MINUTE;
      await replica({ ...CONFIG, origins: ['pyrra'] });
      expect(await shown()).toEqual([PAY]);
      await replica({ ...CONFIG, origins: [] });
      expect(await shown()).toEqual([]);
      expect(await report()).toBeUndefined();
    },
  );

  it.each(databases.ids)(
    'tells who may see some services nothing of what has none, %p',
    async id => {
      const { database, scanAt } = await setUp(id);
      await scanAt(NOON);
      const client = database.client;
      expect(
        await visibleRules({
          client,
          scope: { kind: 'some', criteria: { entityRefs: [] } },
          request: {},
        }),
      ).toEqual({});
      expect(
        await visibleRules({
          client,
          scope: { kind: 'all' },
          request: { entityRef: 'component:default/cart' },
        }),
      ).toEqual({});
    },
  );
});
