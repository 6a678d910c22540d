import type { ListServicesRequest } from '@plimsoll/plugin-stability-common';
import { deployed, NOON, refOf } from '../../__testUtils__/observed';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import {
  createServiceWorld,
  type ServiceWorld,
} from '../__testUtils__/serviceWorld';

const databases = createTestDatabases();
const HOUR = 3_600_000;

/** Figures by which lists sort: as a long past would have left them. */
async function setFigures(
  world: ServiceWorld,
  figures: Record<string, number | null>,
) {
  for (const [name, value] of Object.entries(figures)) {
    await world.database
      .client('stability_metric')
      .where('entity_ref', refOf(name))
      .update({
        change_failure_rate: value,
        recovery_seconds: value === null ? null : 100 - value * 100,
        per_week: value,
      });
  }
}

async function setUp(id: (typeof databases.ids)[number]) {
  const names = ['a', 'b', 'c', 'd', 'e_1'];
  const world = await createServiceWorld({
    databases,
    id,
    services: names.map(name => ({
      entityRef: refOf(name),
      kind: 'component',
      title: name === 'b' ? 'Payment 100% safe' : `Service ${name}`,
      owners: [`group:default/team-${name === 'a' ? 'one' : 'two'}`],
      system: name === 'c' ? 'system:default/sys' : undefined,
    })),
  });
  await world.observe(
    names.map(service =>
      deployed({ service, version: 'v1', at: NOON - 30 * HOUR }),
    ),
  );
  await setFigures(world, { a: 0.5, b: null, c: 0.9, d: 0.5, e_1: 0 });
  return {
    world,
    list: (request: ListServicesRequest) =>
      world.stability.listServices(request, world.caller),
    names: async (request: ListServicesRequest) => {
      const page = await world.stability.listServices(request, world.caller);
      expect(page.items).toHaveLength(page.totalItems);
      return page.items.map(({ entityRef }) => entityRef.split('/')[1]);
    },
  };
}

describe('listServices', () => {
  it.each(databases.ids)(
    'sorts worst first, what is not known last, and pages alike, %p',
    async id => {
      const { list, names } = await setUp(id);
      const byFailures = ['c', 'a', 'd', 'e_1', 'b'];
      expect(await names({})).toEqual(byFailures);
      expect(await names({ sort: 'frequency', window: 30 })).toEqual(
        byFailures,
      );
      expect(await names({ sort: 'recovery' })).toEqual([
        'e_1',
        'a',
        'd',
        'c',
        'b',
      ]);
      expect(await names({ sort: 'name' })).toEqual([
        'a',
        'b',
        'c',
        'd',
        'e_1',
      ]);

      for (const sort of ['change-failure-rate', 'recovery', 'name'] as const) {
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await list({ sort, limit: 2, cursor });
          expect(page.totalItems).toBe(5);
          paged.push(...page.items.map(item => item.entityRef.split('/')[1]));
          cursor = page.pageInfo.nextCursor;
        } while (cursor);
        expect(paged).toEqual(await names({ sort }));
      }
      const { pageInfo } = await list({ limit: 1 });
      await expect(
        list({ sort: 'name', cursor: pageInfo.nextCursor }),
      ).rejects.toThrow(/ordered by 'name'/);
    },
  );

  it.each(databases.ids)('finds by owner, system and words, %p', async id => {
    const { names } = await setUp(id);
    expect(await names({ owner: 'Group:default/team-one' })).toEqual(['a']);
    expect(await names({ system: 'system:default/sys' })).toEqual(['c']);
    expect(await names({ q: '  PAYMENT safe ' })).toEqual(['b']);
    expect(await names({ q: '100%' })).toEqual(['b']);
    expect(await names({ q: 'default/e_' })).toEqual(['e_1']);
    expect(await names({ q: 'service _' })).toEqual(['e_1']);
    expect(await names({ q: "'; drop table" })).toEqual([]);
  });

  it.each(databases.ids)('tells followers what changed, %p', async id => {
    const { world } = await setUp(id);
    const summary = (
      request: Parameters<typeof world.stability.getSummary>[0],
    ) => world.stability.getSummary(request, world.caller);
    const whole = await summary({});
    expect(whole.totalItems).toBe(5);
    expect(whole.items[0]).toMatchObject({
      entityRef: refOf('a'),
      changedAt: new Date(NOON).toISOString(),
      counts: { deployments: 1 },
      lastDeployment: { version: 'v1' },
    });
    world.clock.now += HOUR;
    await world.observe([
      deployed({ service: 'd', version: 'v2', at: NOON + HOUR / 2 }),
    ]);
    const since = new Date(world.clock.now).toISOString();
    const changed = await summary({ since });
    expect(changed.items.map(({ entityRef }) => entityRef)).toEqual([
      refOf('d'),
    ]);
    const first = await summary({ limit: 4 });
    const rest = await summary({ cursor: first.pageInfo.nextCursor });
    expect(rest.items.map(({ entityRef }) => entityRef)).toEqual([refOf('d')]);
    expect(rest.pageInfo.nextCursor).toBeUndefined();
  });
});
