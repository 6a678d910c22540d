import type { SummaryRequest } from '@plimsoll/plugin-slo-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { catalogObjective } from '../__testUtils__/catalogObjective';
import {
  createServiceWorld,
  NOON,
  type ServiceWorld,
} from '../__testUtils__/serviceWorld';
import { getSummary } from './getSummary';

const databases = createTestDatabases();
const MS = NOON * 1000;
const iso = (millis: number) => new Date(millis).toISOString();
const service = (name: string) => `component:default/${name}`;

const objectives = [
  catalogObjective({ ref: 'slo:default/a1', entityRef: service('a') }),
  catalogObjective({ ref: 'slo:default/a2', entityRef: service('a') }),
  catalogObjective({ ref: 'slo:default/b1', entityRef: service('b') }),
  catalogObjective({ ref: 'slo:default/none', entityRef: '' }),
];

function summary(world: ServiceWorld, request: SummaryRequest = {}) {
  return getSummary({
    context: world.context,
    scope: { kind: 'all' },
    request,
  });
}

async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createServiceWorld({ databases, id, objectives });
  await world.setStatus({
    ref: 'slo:default/a1',
    state: 'burning',
    remaining: 0.2,
    changedAt: MS + 1_000,
  });
  await world.setStatus({
    ref: 'slo:default/a2',
    state: 'ok',
    remaining: 0.9,
    changedAt: MS + 5_000,
  });
  await world.setStatus({
    ref: 'slo:default/b1',
    state: 'ok',
    changedAt: MS + 3_000,
  });
  return world;
}

describe('getSummary', () => {
  it.each(databases.ids)(
    'gives a row per service, the oldest change first, %p',
    async id => {
      const world = await setUp(id);
      const page = await summary(world);

      expect(page).toMatchObject({ totalItems: 2, pageInfo: {} });
      expect(page.items).toEqual([
        {
          entityRef: service('b'),
          changedAt: iso(MS + 3_000),
          objectives: 1,
          stateCounts: { ok: 1 },
          worst: expect.objectContaining({ ref: 'slo:default/b1' }),
        },
        {
          entityRef: service('a'),
          changedAt: iso(MS + 5_000),
          objectives: 2,
          stateCounts: { burning: 1, ok: 1 },
          worst: expect.objectContaining({ ref: 'slo:default/a1' }),
        },
      ]);
    },
  );

  it.each(databases.ids)(
    'leaves out what did not change since, %p',
    async id => {
      const world = await setUp(id);
      const since = async (millis: number) => {
        const page = await summary(world, { since: iso(millis) });
        expect(page.totalItems).toBe(page.items.length);
        return page.items.map(item => item.entityRef);
      };
      expect(await since(MS + 3_000)).toEqual([service('b'), service('a')]);
      expect(await since(MS + 3_001)).toEqual([service('a')]);
      expect(await since(MS + 5_001)).toEqual([]);
    },
  );

  it.each(databases.ids)(
    'tells that a document changed, or the last one is gone, %p',
    async id => {
      const world = await setUp(id);
      await world.store.replaceAll({
        now: MS + 9_000,
        objectives: [
          objectives[0],
          { ...objectives[1], location: 'url:moved' },
        ],
      });

      const { items } = await summary(world, { since: iso(MS + 9_000) });
      expect(items).toEqual([
        expect.objectContaining({ entityRef: service('a'), objectives: 2 }),
        {
          entityRef: service('b'),
          changedAt: iso(MS + 9_000),
          objectives: 0,
          stateCounts: {},
        },
      ]);
    },
  );

  it.each(databases.ids)('walks all services page by page, %p', async id => {
    const world = await createServiceWorld({
      databases,
      id,
      objectives: Array.from({ length: 7 }, (_, index) =>
        catalogObjective({
          ref: `slo:default/o-${index}`,
          entityRef: service(`s-${index}`),
        }),
      ),
    });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await summary(world, { limit: 2, cursor });
      expect(page.totalItems).toBe(7);
      seen.push(...page.items.map(item => item.entityRef));
      expect(seen.length).toBeLessThanOrEqual(7);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    expect(seen).toEqual([...new Set(seen)]);
    expect(seen).toHaveLength(7);
  });

  it('refuses what is no instant and no cursor of it', async () => {
    const world = await setUp('SQLITE_3');
    await expect(summary(world, { since: 'soon' })).rejects.toThrow(/'soon'/);
    await expect(summary(world, { cursor: 'x' })).rejects.toThrow(/cursor/);
  });
});
