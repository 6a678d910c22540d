import { mockServices } from '@backstage/backend-test-utils';
import type {
  ContainerUse,
  UseEvidenceSource,
} from '@plimsoll/plugin-cost-node';
import { ServiceIndex } from '@plimsoll/service-index';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { UseStore } from './UseStore';
import { UseTask } from './UseTask';

const databases = createTestDatabases();
const { signal } = new AbortController();
const CART = 'component:default/cart';

const use = (container: string): ContainerUse => ({
  entityRef: CART,
  namespace: 'shop',
  workload: 'cart',
  workloadKind: 'Deployment',
  container,
  days: 14,
  points: 4_000,
  replicas: 2,
  request: { cpuCores: 1 },
});

describe('UseTask', () => {
  describe.each(databases.ids)('%s', id => {
    async function setUp() {
      const database = await databases.create(id);
      const { client } = database;
      await ServiceIndex.create({
        database: { getClient: async () => client },
      });
      await client('service_index').insert([
        { entity_ref: CART, kind: 'component' },
        { entity_ref: 'system:default/shop', kind: 'system' },
      ]);
      const logger = mockServices.logger.mock();
      const run = (...sources: UseEvidenceSource[]) =>
        UseTask.create({ database, sources, logger, now: () => 5_000 }).run(
          signal,
        );
      return {
        client,
        database,
        logger,
        run,
        read: () => UseStore.create(database).read(),
      };
    }

    it('asks for components, and keeps what each source says last', async () => {
      const { read, run } = await setUp();
      const readContainers = jest.fn(async () => [use('app'), use('app')]);
      await run({ name: 'a', readContainers });
      expect(readContainers).toHaveBeenCalledWith({
        entityRefs: [CART],
        signal,
      });
      expect(await read()).toEqual({
        containers: [use('app')],
        idle: [],
        readAt: 5_000,
      });
      const idle = {
        resourceId: 'vol-1',
        kind: 'volume' as const,
        idleDays: 20,
        evidence: 'not-attached' as const,
      };
      await run(
        { name: 'a', readContainers: async () => [use('side')] },
        {
          name: 'b',
          readContainers: async () => [],
          readIdleResources: async () => [idle],
        },
      );
      const { containers, idle: found } = await read();
      expect(containers).toEqual([use('side')]);
      expect(found).toEqual([idle]);
    });

    it('says that it has to look again while the catalog has no services', async () => {
      const { client, run } = await setUp();
      const source = { name: 'a', readContainers: async () => [] };
      await expect(run(source)).resolves.toBe(true);
      await client('service_index').delete();
      await expect(run(source)).resolves.toBe(false);
    });

    it('is due a minute after services became known, and not for others', async () => {
      const { client, database } = await setUp();
      const clock = { now: 1_000_000 };
      const task = UseTask.create({
        database,
        sources: [],
        logger: mockServices.logger.mock(),
        now: () => clock.now,
      });
      const dueAt = async () =>
        Number(
          (
            await client('cost_lease')
              .where({ name: 'cost-use' })
              .first('due_at')
          )?.due_at,
        );
      await task.servicesChanged();
      expect(await dueAt()).toBe(1_060_000);
      await client('cost_lease').update({ due_at: 99_000_000 });

      await client('service_index')
        .where({ entity_ref: CART })
        .update({ tier: '1' });
      await task.servicesChanged();
      expect(await dueAt()).toBe(99_000_000);

      clock.now = 2_000_000;
      await client('service_index').insert({
        entity_ref: 'component:default/pay',
        kind: 'component',
      });
      await task.servicesChanged();
      expect(await dueAt()).toBe(2_060_000);
    });

    it('asks its heavy questions no more often than every three minutes', async () => {
      const { client, database, run } = await setUp();
      await run({ name: 'a', readContainers: async () => [use('app')] });
      const task = UseTask.create({
        database,
        sources: [],
        logger: mockServices.logger.mock(),
        now: () => 6_000,
      });
      await task.servicesChanged();
      const lease = await client('cost_lease').first('due_at');
      expect(Number(lease.due_at)).toBe(185_000);
    });

    it('keeps containers where only what is unused is refused, and says so', async () => {
      const { client, logger, read, run } = await setUp();
      const idle = {
        resourceId: 'vol-1',
        kind: 'volume' as const,
        idleDays: 20,
        evidence: 'not-attached' as const,
      };
      await run({
        name: 'a',
        readContainers: async () => [use('app')],
        readIdleResources: async () => [idle],
      });
      await run({
        name: 'a',
        readContainers: async () => [use('new')],
        readIdleResources: async () => {
          throw new Error('the query is longer than 30 days');
        },
      });
      const evidence = await read();
      expect(evidence.containers).toEqual([use('new')]);
      // what it said before stays, as with any fault
      expect(evidence.idle).toEqual([idle]);
      expect(
        await client('cost_source').where({ name: 'a' }).first('error'),
      ).toEqual({ error: 'the query is longer than 30 days' });
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('unused resources'),
      );
    });

    it('keeps what it has of a source that fails, and reads the others', async () => {
      const { client, logger, read, run } = await setUp();
      await run({ name: 'a', readContainers: async () => [use('app')] });
      await run(
        {
          name: 'a',
          readContainers: async () => {
            throw new Error('no answer');
          },
        },
        { name: 'b', readContainers: async () => [use('other')] },
      );
      expect(
        (await read()).containers.map(({ container }) => container).sort(),
      ).toEqual(['app', 'other']);
      expect(
        await client('cost_source').where({ name: 'a' }).first('error'),
      ).toEqual({ error: 'no answer' });
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('no answer'),
      );
    });
  });
});
