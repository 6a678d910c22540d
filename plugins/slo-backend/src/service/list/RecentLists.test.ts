import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { SLO_STATES } from '@plimsoll/plugin-slo-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import {
  createSloConditionalDecision,
  objectiveRules,
  sloConditions,
} from '../../permissions/objectiveRules';
import { sloObjectiveReadPermission } from '@plimsoll/plugin-slo-common';
import { catalogObjective } from '../__testUtils__/catalogObjective';
import { createServiceWorld } from '../__testUtils__/serviceWorld';
import { SloService } from '../SloService';
import { RecentLists } from './RecentLists';

const databases = createTestDatabases();
const TEAMS = ['cart', 'pay'];
const component = (team: string) => `component:default/${team}`;
const group = (team: string) => `group:default/${team}`;
const user = (team: string) => ({
  credentials: mockCredentials.user(`user:default/${team}`),
});
const ADMIN = user('admin');

/** Each team's user sees what the team owns; the admin sees everything. */
async function setUp(id: (typeof databases.ids)[number]) {
  const clock = { milliseconds: 0 };
  const world = await createServiceWorld({
    databases,
    id,
    services: TEAMS.map(team => ({
      entityRef: component(team),
      kind: 'component',
      owners: [group(team)],
      system: `system:default/${team}`,
    })),
    objectives: TEAMS.map(team =>
      catalogObjective({
        ref: `slo:default/${team}`,
        entityRef: component(team),
      }),
    ),
  });
  const recentLists = RecentLists.create({ now: () => clock.milliseconds });
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async (_requests, options) => {
      const { principal } = options?.credentials as ReturnType<
        typeof mockCredentials.user
      >;
      const team = principal.userEntityRef.replace('user:default/', '');
      return [
        TEAMS.includes(team)
          ? createSloConditionalDecision(
              sloObjectiveReadPermission,
              sloConditions.isServiceOwner({ claims: [group(team)] }),
            )
          : { result: AuthorizeResult.ALLOW },
      ];
    },
  });
  const slo = SloService.create({
    context: { ...world.context, recentLists },
    permissions,
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: (() => ({
        getRuleByName: (name: string) =>
          Object.values(objectiveRules).find(rule => rule.name === name),
      })) as never,
    }),
  });
  const statements: string[] = [];
  world.context.client.on('query', ({ sql }: { sql: string }) =>
    statements.push(sql),
  );
  return { world, slo, clock, recentLists, statements };
}

describe('RecentLists', () => {
  it.each(databases.ids)(
    'pitfall 14: two readers who ask in turn and at once never see each other’s objectives, %p',
    async id => {
      const { slo } = await setUp(id);
      const readers = Array.from(
        { length: 12 },
        (_, index) => TEAMS[index % 2],
      );
      const ask = async (team: string) =>
        [team, await slo.listObjectives({}, user(team))] as const;
      const inTurn = [];
      for (const team of readers) {
        inTurn.push(await ask(team));
      }
      const atOnce = await Promise.all([...readers, 'admin'].map(ask));

      for (const [team, page] of [...inTurn, ...atOnce]) {
        const seen = team === 'admin' ? TEAMS : [team];
        expect(page.items.map(({ ref }) => ref).sort()).toEqual(
          seen.map(name => `slo:default/${name}`),
        );
        expect(page.totalItems).toBe(seen.length);
        expect(page.facets.owners).toEqual(seen.map(group));
        expect(page.stateCounts['no-data']).toBe(seen.length);
      }
    },
  );

  it.each(databases.ids)(
    'reads the database once for equal questions of one moment, %p',
    async id => {
      const { slo, statements } = await setUp(id);
      const first = await slo.listObjectives({ sort: 'name', limit: 5 }, ADMIN);
      const cost = statements.length;
      // the page, counts, two facets, conflicts, refusals, rules of other tools
      // and sources
      expect(cost).toBeLessThanOrEqual(8);
      const again = await slo.listObjectives({ limit: 5, sort: 'name' }, ADMIN);
      expect(again).toEqual(first);
      expect(statements).toHaveLength(cost);

      // Another page of the same reader finds the filter values read already.
      await slo.listObjectives({ limit: 6, sort: 'name' }, ADMIN);
      expect(statements.length - cost).toBe(cost - 2);
    },
  );

  it.each(databases.ids)(
    'never shows rows of one moment with the counts of another, %p',
    async id => {
      const { slo, world, clock } = await setUp(id);
      await slo.listObjectives({}, ADMIN);
      await world.setStatus({ ref: 'slo:default/pay', state: 'exhausted' });

      for (const milliseconds of [0, 1_999, 2_000]) {
        clock.milliseconds = milliseconds;
        for (const request of [
          {},
          { limit: 1 },
          { state: 'exhausted' },
        ] as const) {
          const { items, stateCounts, totalItems, pageInfo } =
            await slo.listObjectives(request, ADMIN);
          for (const state of SLO_STATES) {
            expect(stateCounts[state]).toBeGreaterThanOrEqual(
              items.filter(item => item.state === state).length,
            );
          }
          expect(pageInfo.nextCursor !== undefined).toBe(
            totalItems > items.length,
          );
        }
      }
      const { stateCounts } = await slo.listObjectives({}, ADMIN);
      expect(stateCounts.exhausted).toBe(1);
    },
  );

  it('shows what this process has evaluated at once', async () => {
    const { slo, world, recentLists } = await setUp('SQLITE_3');
    const states = async () =>
      (await slo.listObjectives({}, ADMIN)).items.map(({ state }) => state);
    expect(await states()).toEqual(['no-data', 'no-data']);
    await world.setStatus({ ref: 'slo:default/pay', state: 'ok' });
    expect(await states()).toEqual(['no-data', 'no-data']);
    recentLists.evaluated();
    expect(await states()).toEqual(['no-data', 'ok']);
  });

  it('offers what the catalog says by now, also to who is told by nobody', async () => {
    const { slo, world, recentLists, clock } = await setUp('SQLITE_3');
    const owners = async () =>
      (await slo.listObjectives({}, ADMIN)).facets.owners;
    const own = (owner: string) =>
      world.context.services.replaceAll([
        { entityRef: component('cart'), kind: 'component', owners: [owner] },
      ]);
    expect(await owners()).toHaveLength(2);

    await own('group:default/new');
    recentLists.evaluated();
    expect(await owners()).toHaveLength(2);
    recentLists.catalogChanged();
    expect(await owners()).toEqual(['group:default/new']);

    await own('group:default/newer');
    clock.milliseconds += 10_000;
    expect(await owners()).toEqual(['group:default/newer']);
  });
});
