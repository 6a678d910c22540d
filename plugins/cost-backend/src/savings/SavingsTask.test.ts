import { mockServices } from '@backstage/backend-test-utils';
import {
  addDays,
  parseAmount,
  type Saving,
} from '@plimsoll/plugin-cost-common';
import type { ContainerUse, IdleResource } from '@plimsoll/plugin-cost-node';
import type { SloApi } from '@plimsoll/plugin-slo-common';
import { ServiceIndex } from '@plimsoll/service-index';
import { type Charge, insertBill } from '../__testUtils__/insertBill';
import { AllocationWorker } from '../allocation/AllocationWorker';
import type { AllocationSettings } from '../allocation/AllocationSettings';
import { CatalogClaims } from '../catalog/CatalogClaims';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { readSavingsSettings } from './readSavingsSettings';
import { SavingStore } from './SavingStore';
import { SavingsTask } from './SavingsTask';
import { UseTask } from './UseTask';

const CART = 'component:default/cart';
const PAY = 'component:default/pay';
const NOW = Date.parse('2026-11-21T09:00:00Z');
const LAST = '2026-11-19';
const USD = 1_000_000_000n;
const { signal } = new AbortController();
const databases = createTestDatabases();

const allocation: AllocationSettings = {
  tags: ['app'],
  rules: [],
  pools: [],
  currency: 'USD',
};

/** The same every day of 40 days. */
function daily(charge: Omit<Charge, 'day'>): Charge[] {
  return Array.from({ length: 40 }, (_, index) => ({
    ...charge,
    day: addDays(LAST, -index),
  }));
}

const machine = (id: string, app: string) =>
  daily({
    amount: 24n * USD,
    tags: { app },
    key: {
      subAccount: app,
      resourceId: `arn:aws:ec2:eu:1:instance/${id}`,
      resourceType: 'Instance',
      pricing: 'standard',
    },
  });

const BUCKET = 'arn:aws:s3:::pay-invoices';
const VOLUME = 'arn:aws:ec2:eu:1:volume/vol-1';
const CHARGES: Charge[] = [
  ...machine('i-0aaaaaaa1', 'cart'),
  ...machine('i-0aaaaaaa2', 'cart'),
  ...machine('i-0bbbbbbb1', 'pay'),
  ...daily({
    amount: 2n * USD,
    tags: { app: 'pay' },
    key: { category: 'storage', product: 'S3', resourceId: BUCKET },
  }),
  ...daily({
    amount: USD,
    key: {
      category: 'storage',
      product: 'EBS',
      resourceId: VOLUME,
      resourceName: 'old-disk',
    },
  }),
];

const container = (entityRef: string, name: string): ContainerUse => ({
  entityRef,
  cluster: 'shop',
  namespace: 'shop',
  workload: name,
  workloadKind: 'Deployment',
  container: 'app',
  days: 30,
  points: 8_000,
  replicas: 4,
  request: { cpuCores: 2, memoryBytes: 2 ** 30 },
  cpuP95Cores: 0.4,
  memoryPeakBytes: 2 ** 30,
  throttledRatio: 0,
  outOfMemoryKills: 0,
});
const EVIDENCE: ContainerUse[] = [
  container(CART, 'cart'),
  { ...container(PAY, 'pay'), interruptible: true },
];
const IDLE: IdleResource[] = [
  {
    resourceId: VOLUME.toLocaleUpperCase('en-US'),
    kind: 'volume',
    idleDays: 60,
    evidence: 'not-attached',
  },
  {
    resourceId: BUCKET,
    kind: 'bucket',
    idleDays: 0,
    evidence: 'unread',
    storage: {
      bytes: 1_000 * 2 ** 30,
      bytesReadPerMonth: 0,
      objects: 1_000,
      unreadRatio: 0.5,
    },
  },
];

type Objective = Awaited<ReturnType<SloApi['listObjectives']>>['items'][0];

const objective = (
  entityRef: string,
  remaining?: number,
  state: Objective['state'] = 'ok',
  source = 'prometheus',
) =>
  ({
    entityRef,
    displayName: 'Availability',
    state,
    source,
    budget: { remaining },
  } as Objective);

describe('SavingsTask', () => {
  describe.each(databases.ids)('%s', id => {
    async function setUp(
      objectives: Objective[] | Error,
      onFound?: () => Promise<void>,
    ) {
      const database = await databases.create(id);
      const { client } = database;
      const logger = mockServices.logger.mock();
      await ServiceIndex.create({
        database: { getClient: async () => client },
      });
      await client('service_index').insert(
        [CART, PAY].map(ref => ({
          entity_ref: ref,
          kind: 'component',
          tier: '1',
        })),
      );
      await CatalogClaims.create({ client }).replaceAll({
        claims: {
          mapping: [
            { by: 'tag', value: 'cart', entityRef: CART },
            { by: 'tag', value: 'pay', entityRef: PAY },
          ],
          dependencies: [],
        },
        onChange: async () => {},
      });
      await insertBill({ client, charges: CHARGES, completeTo: LAST });
      await AllocationWorker.create({
        database,
        settings: allocation,
        logger,
        derive: async () => {},
        now: () => NOW,
      }).drain();
      await client('cost_share').insert(
        ['i-0aaaaaaa1', 'i-0aaaaaaa2', 'i-0bbbbbbb1'].map(node => ({
          source: 'cluster',
          cluster: 'shop',
          day: LAST,
          node,
          provider_id: node,
          owner_hash: 'x',
          owner_kind: 'workload',
          list_price: (24n * USD).toString(),
          currency: 'USD',
          cpu_core_hours: 8 * 24,
          ram_byte_hours: 32 * 2 ** 30 * 24,
        })),
      );
      await UseTask.create({
        database,
        logger,
        sources: [
          {
            name: 'metrics',
            readContainers: async ({ entityRefs }) =>
              EVIDENCE.filter(use => entityRefs.includes(use.entityRef)),
            readIdleResources: async () => IDLE,
          },
        ],
        now: () => NOW,
      }).run(signal);
      const task = SavingsTask.create({
        database,
        allocation,
        logger,
        settings: readSavingsSettings(
          mockServices.rootConfig({
            data: {
              cost: { savings: { template: 'template:default/values' } },
            },
          }),
        ),
        auth: mockServices.auth(),
        slo: {
          listObjectives: async () => {
            if (objectives instanceof Error) {
              throw objectives;
            }
            return {
              items: objectives,
              pageInfo: {},
            } as unknown as ReturnType<SloApi['listObjectives']>;
          },
        },
        onFound,
        now: () => NOW,
      });
      const read = async (): Promise<Saving[]> => {
        await task.run(signal);
        const rows: Array<{ content: string }> = await client('cost_saving')
          .orderBy('position')
          .select('content');
        return rows.map(({ content }) => JSON.parse(content));
      };
      return { client, logger, read, task };
    }

    it('finds each kind, in order, and never more than there is to save', async () => {
      const { read } = await setUp([
        objective(CART, 0.8),
        objective(CART, 0.6),
        objective(PAY, 0.1),
        objective(PAY),
      ]);
      const savings = await read();
      expect(
        savings.map(({ kind, title, guard }) => [kind, title, guard.state]),
      ).toEqual([
        ['idle', 'Delete the unused volume old-disk', 'none'],
        ['right-size', 'Right-size cart', 'allowed'],
        ['commitment', 'One-year commitment for 2 machines', 'none'],
        ['commitment', 'One-year commitment for 1 machine', 'none'],
        [
          'storage-lifecycle',
          'Move what nobody reads in pay-invoices to a cheaper class',
          'none',
        ],
        ['right-size', 'Right-size pay', 'held-back'],
        ['spot', 'Spot nodes for pay', 'held-back'],
      ]);
      const compute = savings
        .filter(({ kind }) => kind !== 'idle' && kind !== 'storage-lifecycle')
        .reduce((sum, { realisable }) => sum + parseAmount(realisable), 0n);
      // three machines at 24 USD a day
      expect(compute < (3n * 24n * USD * 365n) / 12n).toBe(true);
      expect(savings.every(({ realisable }) => Number(realisable) >= 0)).toBe(
        true,
      );
    });

    it('says that it has to look again while bills are read or split', async () => {
      const { client, task } = await setUp([]);
      await client('cost_dirty').delete();
      await expect(task.run(signal)).resolves.toBe(true);
      await client('cost_dirty').insert({
        billing_month: '2026-11-01',
        since: 1,
        due_at: 1,
      });
      await expect(task.run(signal)).resolves.toBe(false);
    });

    it('says when it looked, and nothing before', async () => {
      const { client, read } = await setUp([]);
      const store = SavingStore.create({ client });
      await expect(store.readFoundAt()).resolves.toBeUndefined();
      await read();
      await expect(store.readFoundAt()).resolves.toBe(NOW);
    });

    it('tells others once what was found is written, and waits for them', async () => {
      const told: unknown[] = [];
      const { client, read } = await setUp([], async () => {
        told.push(await SavingStore.create({ client }).readFoundAt());
      });
      await read();
      expect(told).toEqual([NOW]);
      // the same once more is no news
      await read();
      expect(told).toHaveLength(1);
    });

    it('says how much of the tightest budget is left, and what to change', async () => {
      const { read } = await setUp([
        objective(CART, 0.8),
        objective(CART, 0.6),
        // nobody asks for that
        objective(CART, undefined, 'no-traffic'),
        // how safely it changes matters to risky changes alone
        objective(CART, 0.1, 'ok', 'stability'),
      ]);
      const [cart] = (await read()).filter(
        ({ kind, entityRef }) => kind === 'right-size' && entityRef === CART,
      );
      expect(cart).toMatchObject({
        guard: {
          state: 'allowed',
          budgetRemaining: 0.6,
          objective: 'Availability',
        },
        subject: { type: 'workload', name: 'cart' },
        change: {
          template: 'template:default/values',
          values: {
            entityRef: CART,
            savingId: cart.id,
            title: 'Right-size cart',
            changes: [
              { path: 'resources.requests.cpu', yaml: '400m', now: '2000m' },
              {
                path: 'resources.requests.memory',
                yaml: '1178Mi',
                now: '1024Mi',
              },
            ],
          },
        },
      });
      // 8 cores asked for become 1.6: a machine can go, worth more than that
      expect(Number(cart.theoretical)).toBeCloseTo(6.4 * 730 * 0.0316, -1);
      expect(cart.realisable).toBe(cart.theoretical);
    });

    it('holds back what needs a budget while budgets cannot be read', async () => {
      const { logger, read } = await setUp(new Error('slo is down'));
      const savings = await read();
      expect(
        savings
          .filter(({ guard }) => guard.state === 'held-back')
          .map(({ kind }) => kind),
      ).toEqual(expect.arrayContaining(['right-size', 'spot']));
      expect(savings.some(({ guard }) => guard.state === 'allowed')).toBe(
        false,
      );
      expect(savings.find(({ kind }) => kind === 'spot')?.guard).toEqual({
        state: 'held-back',
        reason: 'unknown-budget',
      });
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('slo is down'),
      );
    });

    it('waits for objectives that are not measured yet, and calls that no lack of them', async () => {
      const { read } = await setUp([
        objective(CART, undefined, 'warming-up'),
        // that deployments are not counted yet says nothing of requests
        objective(PAY, undefined, 'warming-up', 'stability'),
      ]);
      const reasons = (await read())
        .filter(({ kind }) => kind === 'right-size')
        .map(({ entityRef, guard }) => [
          entityRef,
          guard.state === 'held-back' && guard.reason,
        ]);
      expect(new Map(reasons as Array<[string, string]>)).toEqual(
        new Map([
          [CART, 'not-measured'],
          [PAY, 'no-objective'],
        ]),
      );
    });

    it('does not let through what an objective that nobody sees may forbid', async () => {
      const { read } = await setUp([
        objective(CART, 0.9),
        // spent when its source went down
        objective(CART, -0.2, 'unknown'),
        objective(PAY, 0.9),
        objective(PAY, undefined, 'unknown'),
      ]);
      const guards = (await read())
        .filter(({ kind }) => kind === 'right-size' || kind === 'spot')
        .map(({ entityRef, guard }) => [entityRef, guard]);
      expect(guards).toHaveLength(3);
      expect(guards).toEqual(
        expect.arrayContaining([
          [
            CART,
            {
              state: 'held-back',
              reason: 'low-budget',
              budgetRemaining: -0.2,
              objective: 'Availability',
            },
          ],
          [PAY, { state: 'held-back', reason: 'not-measured' }],
        ]),
      );
    });

    it.each(['no-data', 'warming-up', 'insufficient'] as const)(
      'holds back while one of its objectives is %s',
      async state => {
        const { read } = await setUp([
          objective(CART, 0.9),
          objective(CART, 0.9, state),
        ]);
        const cart = (await read()).find(
          ({ kind, entityRef }) => kind === 'right-size' && entityRef === CART,
        );
        expect(cart?.guard).toEqual({
          state: 'held-back',
          reason: 'not-measured',
        });
      },
    );

    it('works out the commitment of an account from its own machines', async () => {
      const { read } = await setUp([]);
      const [cart, pay] = (await read()).filter(
        ({ kind }) => kind === 'commitment',
      );
      expect(cart).toMatchObject({
        entityRef: CART,
        breakEvenMonths: expect.closeTo(8.4, 6),
      });
      expect(pay.entityRef).toBe(PAY);
      // 30 % of two and of one machine, after right-sizing took nothing of them
      expect(Number(cart.theoretical)).toBeCloseTo(2 * 730 * 0.3, 3);
      expect(Number(pay.theoretical)).toBeCloseTo(730 * 0.3, 3);
      expect(cart.realisable).toBe(cart.theoretical);
      expect(pay.realisable).toBe(pay.theoretical);
      expect(cart.curve!.length).toBeGreaterThan(10);
    });

    it('covers less of the machines that smaller requests free, of their account alone', async () => {
      const { read } = await setUp([objective(CART, 0.9)]);
      const savings = await read();
      const [cart, pay] = savings.filter(({ kind }) => kind === 'commitment');
      const size = savings.find(
        ({ kind, guard }) => kind === 'right-size' && guard.state === 'allowed',
      )!;
      // two of three machines of the cluster are in its account
      const gone = (Number(size.realisable) * 2) / 3;
      expect(gone).toBeGreaterThan(50);
      expect(Number(cart.realisable)).toBeCloseTo(0.3 * (2 * 730 - gone), 2);
      expect(pay.realisable).toBe(pay.theoretical);
    });

    it('promises no commitment for days or hours in which nothing runs', async () => {
      const { client, read } = await setUp([]);
      const keysOf = (app: string) =>
        client('cost_key').where({ sub_account: app }).select('id');
      // every second day only, and six hours of each day
      await client('cost_line')
        .whereIn('key_id', keysOf('cart'))
        .whereIn(
          'day',
          Array.from({ length: 20 }, (_, index) => addDays(LAST, -2 * index)),
        )
        .delete();
      await client('cost_line')
        .whereIn('key_id', keysOf('pay'))
        .update({ quantity: 6, unit: 'Hours' });

      const found = await read();

      expect(found.filter(({ kind }) => kind === 'commitment')).toEqual([]);

      await client('cost_line')
        .whereIn('key_id', keysOf('pay'))
        .update({ quantity: 24 });
      const [pay, ...others] = (await read()).filter(
        ({ kind }) => kind === 'commitment',
      );
      expect(others).toEqual([]);
      expect(Number(pay.theoretical)).toBeCloseTo(730 * 0.3, 3);
      expect(pay).toMatchObject({
        subject: { type: 'machines', count: 1, termMonths: 12 },
        noChange: 'by-hand',
        breakEvenUtilisation: 0.7,
        evidence: expect.arrayContaining([
          { name: 'hours-looked-at', value: '672' },
          { name: 'break-even-utilisation', value: '70%' },
        ]),
      });
    });

    it('offers a change where values make it, and steps where people do', async () => {
      const { read } = await setUp([objective(PAY, 0.9)]);
      const savings = await read();
      expect(
        savings.map(({ kind, noChange, change }) => [
          kind,
          noChange ?? change?.template,
        ]),
      ).toEqual(
        expect.arrayContaining([
          ['idle', 'by-hand'],
          ['storage-lifecycle', 'by-hand'],
          ['commitment', 'by-hand'],
          ['right-size', 'template:default/values'],
        ]),
      );
      const spot = savings.find(({ kind }) => kind === 'spot');
      expect(spot).toMatchObject({
        subject: { type: 'workload', name: 'pay' },
        evidence: expect.arrayContaining([
          { name: 'spot-replicas', value: '2' },
          { name: 'tier', value: 'label' },
        ]),
      });
      const { changes } = spot!.change!.values as {
        changes: Array<{ path: string; yaml: string; now?: string }>;
      };
      // what tolerations there are now no metric knows
      expect(changes.map(({ now }) => now)).toEqual([undefined, undefined]);
      expect(changes.map(({ path }) => path)).toEqual([
        'tolerations',
        'topologySpreadConstraints',
      ]);
      expect(JSON.parse(changes[1].yaml)).toEqual([
        expect.objectContaining({
          topologyKey: 'karpenter.sh/capacity-type',
          labelSelector: {
            matchLabels: { 'backstage.io/kubernetes-id': 'pay' },
          },
        }),
      ]);
    });

    it('moves no more to spot than its own bill says is not there yet', async () => {
      const { client, read } = await setUp([]);
      const [key] = await client('cost_key').where({ sub_account: 'pay' });
      await client('cost_key')
        .where({ id: key.id })
        .update({
          content: JSON.stringify({
            ...JSON.parse(key.content),
            pricing: 'dynamic',
          }),
        });
      expect((await read()).some(({ kind }) => kind === 'spot')).toBe(false);
    });

    it('finds on the bill itself a load balancer that nobody uses', async () => {
      const { client, read } = await setUp([]);
      const balancer = (name: string, unit: string, quantity: number) =>
        daily({
          amount: USD,
          key: {
            category: 'network',
            product: 'Elastic Load Balancing',
            resourceId: `arn:aws:elasticloadbalancing:eu:1:loadbalancer/app/${name}`,
            sku: unit,
          },
          line: { quantity: { value: quantity, unit } },
        });
      await insertBill({
        client,
        source: 'more',
        charges: [
          ...balancer('shop', 'Hrs', 24),
          ...balancer('shop', 'LCU-Hrs', 3),
          ...balancer('old', 'Hrs', 24),
        ],
        completeTo: LAST,
      });
      await client('cost_daily').insert({
        billing_month: '2026-11-01',
        day: LAST,
        category: 'network',
        kind: 'usage',
        currency: 'USD',
        basis: 'none',
        billed: (100n * USD).toString(),
        effective: (100n * USD).toString(),
        contracted: (100n * USD).toString(),
        list: (100n * USD).toString(),
      });
      const balancers = (await read()).filter(
        ({ subject }) => subject.type === 'load-balancer',
      );
      expect(balancers).toEqual([
        expect.objectContaining({
          kind: 'idle',
          noChange: 'by-hand',
          subject: { type: 'load-balancer', name: 'old' },
          evidence: [
            { name: 'idle-days', value: '40' },
            { name: 'use', value: 'no-traffic-billed' },
          ],
        }),
      ]);
    });

    it('keeps what a change was opened for, and looks what became of that volume', async () => {
      const { client, read } = await setUp([]);
      const [idle] = await read();
      const appliedAt = Date.parse(`${addDays(LAST, -10)}T12:00:00Z`);
      await client('cost_saving')
        .where({ id: idle.id })
        .update({ applied_at: appliedAt, promised: '30000000000' });
      await client('cost_line')
        .whereIn(
          'key_id',
          client('cost_key').where('resource_id', VOLUME).select('id'),
        )
        .where('day', '>', addDays(LAST, -10))
        .delete();
      // what else lies in storage is of no matter
      await client('cost_daily').where({ category: 'storage' }).delete();
      await read();
      const row = await client('cost_saving').where({ id: idle.id }).first();
      expect(Number(row.got) / 1e9).toBeCloseTo(365 / 12, 4);
      expect(row.got_until).toBe(addDays(LAST, -3));
      expect(Number(row.applied_at)).toBe(appliedAt);
      expect(JSON.parse(row.measured)).toEqual({
        of: 'resources',
        weeks: 1,
        otherChanges: 0,
      });
    });

    it('claims nothing for smaller requests of a service that only does less', async () => {
      const { client, read } = await setUp([objective(CART, 0.9)]);
      const cart = (await read()).find(
        ({ kind, entityRef }) => kind === 'right-size' && entityRef === CART,
      )!;
      const applied = addDays(LAST, -15);
      await client('cost_saving')
        .where({ id: cart.id })
        .update({ applied_at: Date.parse(`${applied}T12:00:00Z`) });
      // half the requests since, and half the cost
      await client('cost_daily')
        .where({ entity_ref: CART, category: 'compute' })
        .where('day', '>', applied)
        .update({ effective: client.raw('effective / 2') });
      await client('cost_volume').insert(
        Array.from({ length: 40 }, (_, index) => {
          const day = addDays(LAST, -index);
          return {
            entity_ref: CART,
            unit: 'requests',
            day,
            volume: day > applied ? 500 : 1_000,
            read_at: 1,
          };
        }),
      );
      await client('cost_deployment').insert(
        [3, 5, 90].map(days => ({
          id: `d${days}`,
          entity_ref: CART,
          finished_at: Date.parse(`${addDays(LAST, -days)}T12:00:00Z`),
          live: true,
        })),
      );
      await read();
      const row = await client('cost_saving').where({ id: cart.id }).first();
      expect(Number(row.got)).toBe(0);
      expect(JSON.parse(row.measured)).toEqual({
        of: 'category',
        weeks: 2,
        low: '0.00',
        // 24 USD a day of its two machines, were all of it the change
        high: '730.00',
        otherChanges: 1,
      });
    });

    it('measures a commitment by what covered machines cost less', async () => {
      const { client, read } = await setUp([]);
      const pay = (await read()).find(
        ({ kind, entityRef }) => kind === 'commitment' && entityRef === PAY,
      )!;
      const applied = addDays(LAST, -15);
      await client('cost_saving')
        .where({ id: pay.id })
        .update({ applied_at: Date.parse(`${applied}T12:00:00Z`) });
      await client('cost_line')
        .whereIn(
          'key_id',
          client('cost_key').where({ sub_account: 'pay' }).select('id'),
        )
        .where('day', '>', applied)
        .update({ effective: (18n * USD).toString() });
      await read();
      const row = await client('cost_saving').where({ id: pay.id }).first();
      expect(Number(row.got) / 1e9).toBeCloseTo((6 * 365) / 12, 4);
      expect(JSON.parse(row.measured)).toMatchObject({ of: 'resources' });
    });

    it('measures the commitment of an account that only the bill is for', async () => {
      const { client, read } = await setUp([]);
      await insertBill({
        client,
        charges: CHARGES.map(charge => ({
          ...charge,
          key: { ...charge.key, subAccount: undefined },
        })),
        completeTo: LAST,
      });
      const commitment = (await read()).find(
        ({ kind }) => kind === 'commitment',
      )!;
      expect(commitment.subject).toMatchObject({ count: 3 });
      const applied = addDays(LAST, -15);
      await client('cost_saving')
        .where({ id: commitment.id })
        .update({ applied_at: Date.parse(`${applied}T12:00:00Z`) });
      await client('cost_line')
        .whereIn(
          'key_id',
          client('cost_key').where({ category: 'compute' }).select('id'),
        )
        .where('day', '>', applied)
        .update({ effective: (18n * USD).toString() });
      await read();
      const row = await client('cost_saving')
        .where({ id: commitment.id })
        .first();
      expect(Number(row.got) / 1e9).toBeCloseTo((3 * 6 * 365) / 12, 4);
    });

    it('claims nothing for days that a late bill has not charged', async () => {
      const { client, read } = await setUp([]);
      const [idle] = await read();
      await client('cost_saving')
        .where({ id: idle.id })
        .update({
          applied_at: Date.parse(`${addDays(LAST, -15)}T12:00:00Z`),
        });
      await insertBill({
        client,
        source: 'second',
        charges: [],
        completeTo: addDays(LAST, -12),
      });
      await read();
      const gotOf = async () =>
        (await client('cost_saving').where({ id: idle.id }).first()).got;
      expect(await gotOf()).toBeNull();
      await client('cost_source').where('name', 'second').delete();
      await read();
      expect(await gotOf()).not.toBeNull();
    });

    it('compares nothing that was opened before it was noted what that lowers', async () => {
      const { client, read } = await setUp([]);
      const [idle, ...others] = await read();
      expect(idle.kind).toBe('idle');
      const storage = others.find(({ kind }) => kind === 'storage-lifecycle')!;
      const opened = Date.parse(`${addDays(LAST, -15)}T12:00:00Z`);
      await client('cost_saving')
        .whereIn('id', [idle.id, storage.id])
        .update({ applied_at: opened, touches: null });
      // all compute goes, which nobody asked that saving for
      await client('cost_daily')
        .where({ category: 'compute' })
        .where('day', '>', addDays(LAST, -15))
        .delete();
      await client('cost_use')
        .where('evidence', 'like', `%${BUCKET}%`)
        .delete();
      await read();
      const rowOf = ({ id: saving }: Saving) =>
        client('cost_saving').where({ id: saving }).first();
      expect(await rowOf(storage)).toMatchObject({ touches: null, got: null });
      // what is still found is known by that
      const found = await rowOf(idle);
      expect(JSON.parse(found.touches)).toMatchObject({ resourceId: VOLUME });
      expect(Number(found.got)).toBe(0);
    });

    it('compares a change for a hundred days, and then no more', async () => {
      const { client, read } = await setUp([]);
      const [idle] = await read();
      const openedBefore = async (days: number) => {
        await client('cost_saving')
          .where({ id: idle.id })
          .update({
            applied_at: Date.parse(`${addDays(LAST, -days)}T12:00:00Z`),
          });
        const answers: string[] = [];
        const note = (_answer: unknown, { sql }: { sql: string }) =>
          answers.push(sql);
        client.on('query-response', note);
        await read();
        client.removeListener('query-response', note);
        return answers.some(sql => /resource_id. = /.test(sql));
      };
      expect(await openedBefore(99)).toBe(true);
      expect(await openedBefore(102)).toBe(false);
    });

    it('finds nothing without a bill', async () => {
      const { client, read, task } = await setUp([]);
      await client('cost_source').update({ complete_to: null });
      await expect(read()).resolves.toEqual([]);
      // so that it looks again before the usual ten minutes
      await expect(task.run(signal)).resolves.toBe(false);
    });
  });
});
