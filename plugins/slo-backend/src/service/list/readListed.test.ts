import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import { catalogObjective } from '../__testUtils__/catalogObjective';
import { createServiceWorld } from '../__testUtils__/serviceWorld';
import { listObjectives } from './listObjectives';

const databases = createTestDatabases();
const SHOP = 'group:default/shop';
const CART = 'component:default/cart';
const ALL: ObjectiveScope = { kind: 'all' };
const ownedBy = (owner: string): ObjectiveScope => ({
  kind: 'some',
  criteria: { ownedByAnyOf: [owner] },
});
const error = new Error('connection refused');

async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createServiceWorld({
    databases,
    id,
    services: [{ entityRef: CART, kind: 'component', owners: [SHOP] }],
    objectives: ['one', 'two'].map(name =>
      catalogObjective({ ref: `slo:default/${name}`, entityRef: CART }),
    ),
  });
  const { context } = world;
  const list = (scope: ObjectiveScope, entityRef?: string) =>
    listObjectives({ context, scope, request: { entityRef } });
  const statementsOf = async (work: () => Promise<unknown>) => {
    const asked: string[] = [];
    const note = ({ sql }: { sql: string }) => asked.push(sql);
    context.client.on('query', note);
    await work();
    context.client.removeListener('query', note);
    return asked.length;
  };
  return { context, list, statementsOf };
}

describe('readListed', () => {
  it.each(databases.ids)(
    'asks the database once for a page, once what filters offer is known, %p',
    async id => {
      const { list, statementsOf } = await setUp(id);
      for (const scope of [ALL, ownedBy(SHOP)]) {
        await list(scope);
        await expect(statementsOf(() => list(scope))).resolves.toBe(1);
        await expect(statementsOf(() => list(scope, CART))).resolves.toBe(1);
      }
    },
  );

  it.each(databases.ids)(
    'tells of sources and states where the page has no row, %p',
    async id => {
      const { context, list } = await setUp(id);
      await context.sources.health.failed({ name: 'prometheus', at: 5, error });
      const down = {
        name: 'prometheus',
        up: false,
        downSince: expect.any(String),
      };

      await expect(list(ALL, 'component:default/none')).resolves.toMatchObject({
        items: [],
        totalItems: 0,
        stateCounts: { 'no-data': 0 },
        sources: [down],
      });
      await expect(list(ownedBy(SHOP), CART)).resolves.toMatchObject({
        items: [{}, {}],
        stateCounts: { 'no-data': 2 },
        sources: [down],
      });
      // nothing that this reader sees is measured from it
      await expect(list(ownedBy('group:default/pay'))).resolves.toMatchObject({
        items: [],
        totalItems: 0,
        sources: [],
      });
      expect((await list(ALL)).sources).toEqual(
        await context.sources.statuses(),
      );
    },
  );
});
