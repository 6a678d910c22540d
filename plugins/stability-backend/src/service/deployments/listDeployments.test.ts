import type {
  DeploymentPage,
  ListDeploymentsRequest,
} from '@plimsoll/plugin-stability-common';
import { deployed, NOON, refOf } from '../../__testUtils__/observed';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createServiceWorld } from '../__testUtils__/serviceWorld';

const databases = createTestDatabases();
const HOUR = 3_600_000;

describe('listDeployments', () => {
  it.each(databases.ids)(
    'pages through all of them once, newest first, also those of one instant, %p',
    async id => {
      const world = await createServiceWorld({ databases, id });
      await world.observe(
        ['cart', 'pay'].flatMap(service =>
          Array.from({ length: 9 }, (_, index) =>
            deployed({
              service,
              version: `v${index}`,
              at: NOON - (10 + (index >> 1) * 9) * HOUR,
              environment: index % 2 ? 'production' : 'staging',
            }),
          ),
        ),
      );
      const list = (request: ListDeploymentsRequest): Promise<DeploymentPage> =>
        world.stability.listDeployments(request, world.caller);
      const { items: all } = await list({ limit: 100 });
      expect(all).toHaveLength(18);
      const starts = all.map(item => item.startedAt);
      expect(starts).toEqual([...starts].sort().reverse());

      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ limit: 5, cursor });
        expect(page.totalItems).toBe(18);
        paged.push(...page.items.map(item => item.id));
        cursor = page.pageInfo.nextCursor;
      } while (cursor);
      expect(paged).toEqual(all.map(item => item.id));
    },
  );

  it.each(databases.ids)('is narrowed by every filter, %p', async id => {
    const world = await createServiceWorld({ databases, id });
    await world.observeStory();
    await world.observe([
      deployed({
        service: 'cart',
        version: 'v4',
        at: NOON - 2 * HOUR,
        environment: 'staging',
      }),
    ]);
    const versions = async (request: ListDeploymentsRequest) => {
      const page = await world.stability.listDeployments(request, world.caller);
      expect(page.items).toHaveLength(page.totalItems);
      return page.items.map(item => item.version);
    };
    expect(await versions({})).toEqual(['v4', 'v3', 'v9', 'v1', 'v2', 'v1']);
    expect(await versions({ environment: 'production' })).toHaveLength(5);
    expect(await versions({ environment: 'staging' })).toEqual(['v4']);
    expect(await versions({ environment: 'Prod' })).toHaveLength(5);
    expect(await versions({ environment: 'stage' })).toEqual(['v4']);
    expect(await versions({ environment: 'qa' })).toEqual([]);
    expect(await versions({ verdict: 'failed' })).toEqual(['v2']);
    expect(await versions({ verdict: ['failed', 'rollback'] })).toEqual([
      'v1',
      'v2',
    ]);
    expect(await versions({ entityRef: refOf('pay') })).toEqual(['v9']);
    expect(await versions({ entityRef: 'Component:Default/Pay' })).toEqual([
      'v9',
    ]);
    expect(await versions({ entityRef: 'group:default/money' })).toEqual([
      'v9',
    ]);
    expect(await versions({ entityRef: 'system:default/shop' })).toHaveLength(
      6,
    );
    expect(await versions({ entityRef: 'domain:default/retail' })).toHaveLength(
      6,
    );
    expect(await versions({ entityRef: 'domain:default/other' })).toEqual([]);
    const from = new Date(NOON - 50 * HOUR - 120_000).toISOString();
    const to = new Date(NOON - 30 * HOUR - 120_000).toISOString();
    // from is inclusive, to exclusive
    expect(await versions({ from, to })).toEqual(['v9']);
    expect(await versions({ from: to })).toEqual(['v4', 'v3']);
  });

  it('says what cannot be read', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    const list = (request: ListDeploymentsRequest) =>
      world.stability.listDeployments(request, world.caller);
    await expect(list({ entityRef: 'component:' })).rejects.toThrow(
      /no entity ref/,
    );
    await expect(list({ from: 'yesterday' })).rejects.toThrow(/no instant/);
    await expect(
      list({
        cursor: Buffer.from('["deployments",{},1]').toString('base64url'),
      }),
    ).rejects.toThrow(/cursor belongs to no list/);
  });
});
