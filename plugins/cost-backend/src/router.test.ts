import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { readOpenApi } from '@plimsoll/plugin-database';
import { listDays } from '@plimsoll/plugin-cost-common';
import express, { type Router } from 'express';
import request from 'supertest';
import { createTestDatabases } from './database/__testUtils__/testDatabases';
import { createRouter } from './router';
import {
  type CostWorld,
  createCostWorld,
  ordinaryBill,
  refOf,
} from './service/__testUtils__/costWorld';
import type { CostService } from './service/CostService';

const databases = createTestDatabases();
const document = () =>
  readOpenApi({ packageName: '@plimsoll/plugin-cost-backend' });

const RATE_CARD = {
  title: 'Prices of a shop',
  asOf: '2026-11-01',
  currency: 'USD',
  items: [
    {
      name: 'node',
      title: 'A machine',
      unitPrice: '31.60',
      category: 'compute' as const,
    },
  ],
  sets: { small: { node: 3 } },
};

function appOf(cost: CostService) {
  const router = createRouter({
    httpAuth: mockServices.httpAuth(),
    cost,
    validateResponses: true,
  });
  return { router, app: express().use(router).use(mockErrorHandler()) };
}

async function setUp() {
  const world = await createCostWorld({
    databases,
    id: 'SQLITE_3',
    context: { rateCard: RATE_CARD, demo: true },
  });
  return { world, ...appOf(world.cost) };
}

/** What the neighbours know, and what the tasks of savings found. */
async function fillNeighbours({ client }: CostWorld): Promise<void> {
  await client('cost_volume').insert(
    listDays('2026-10-01', '2026-11-17').map((day, n) => ({
      entity_ref: refOf('cart'),
      unit: 'requests',
      day,
      volume: 500_000 + 1_000 * (n % 7),
      read_at: 1,
    })),
  );
  await client('cost_deployment').insert(
    ['2026-10-20', '2026-11-03', '2026-11-15'].map((day, n) => ({
      id: `d${n}`,
      entity_ref: refOf('cart'),
      version: `v${n}`,
      finished_at: Date.parse(`${day}T10:00:00Z`),
      verdict: 'clean',
      live: true,
    })),
  );
  const saving = {
    title: 'Less CPU',
    subject: { type: 'workload', name: 'cart' },
    kind: 'right-size',
    realisable: '5.00',
    theoretical: '6.00',
    currency: 'USD',
    evidence: [{ name: 'cpu-p95', value: '20m' }],
    risk: 'low',
  };
  await client('cost_saving').insert(
    [
      {
        ...saving,
        id: 's1',
        entityRef: refOf('cart'),
        order: 1,
        guard: { state: 'allowed', budgetRemaining: 0.5, objective: 'x' },
      },
      {
        ...saving,
        id: 's2',
        order: 2,
        guard: { state: 'held-back', reason: 'low-budget' },
        curve: [{ hourlyCommitment: 1, saving: 2 }],
        breakEvenMonths: 7,
        change: { template: 'template:default/x', values: { cpu: '100m' } },
      },
    ].map(content => ({
      id: content.id,
      entity_ref: 'entityRef' in content ? content.entityRef : '',
      kind: content.kind,
      currency: 'USD',
      position: content.order,
      guard: content.guard.state,
      realisable: '5000000000',
      content: JSON.stringify(content),
      found_at: 1,
    })),
  );
  const [key] = await client('cost_key').limit(1);
  await client('cost_restatement').insert({
    id: 'r1',
    source: 'bill',
    billing_account: '1',
    billing_month: '2026-10-01',
    currency: 'USD',
    metric: 'effective',
    at: 1_700_000_000_000,
    amount_before: '5000000000',
    amount_after: '7000000000',
    largest: JSON.stringify([
      { name: 'EC2', keyId: key.id, difference: '2.00' },
    ]),
  });
  await client('cost_delivery').insert({
    source: 'bill',
    id: '2026-10',
    version: 'x',
    state: 'refused',
    read_at: 1_700_000_000_000,
    rows: 12,
    format_version: '1.2',
    message: 'No column BilledCost: export it',
    faults: JSON.stringify([
      {
        rule: 'missing-column',
        severity: 'error',
        message: 'BilledCost is missing',
        count: 1,
        file: 'a.csv',
        place: 'BilledCost',
      },
    ]),
  });
  await client('cost_source').insert({
    name: 'late',
    type: 'focus',
    kind: 'bill',
    error: 'No such folder',
  });
}

const CART = '/services/component/default/cart';
const RANGE = 'from=2026-10-05&to=2026-11-09&metric=billed&currency=USD';

describe('router and document', () => {
  it('have the same operations', async () => {
    const { router } = await setUp();
    const described = Object.entries(document().paths).flatMap(
      ([path, operations]) =>
        Object.keys(operations as object).map(
          method => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
        ),
    );
    expect(described.length).toBe(18);
    expect([...operationsOf(router)].sort()).toEqual([...described].sort());
  });

  it('are handed out together', async () => {
    const { app } = await setUp();
    const { body } = await request(app).get('/openapi.json').expect(200);
    expect(Object.keys(body.paths)).toEqual(Object.keys(document().paths));
    expect(body.components.schemas).toEqual(document().components?.schemas);
  });

  it('agree on every answer, with and without a bill', async () => {
    const { world, app } = await setUp();
    const paths = [
      CART,
      `${CART}?${RANGE}`,
      '/services/system/default/shop',
      '/services/group/default/shop',
      '/services/component/default/lone',
      `${CART}/deployments`,
      `${CART}/deployments?${RANGE}&limit=1`,
      '/services',
      '/services?limit=1&sort=-change&q=the%20ca&owner=group:default/shop&system=system:default/shop',
      ...['cost', 'name', 'budgetUsed', 'saving', 'unitCost', 'change'].flatMap(
        sort => [`/services?sort=${sort}`, `/services?sort=-${sort}`],
      ),
      `/services?${RANGE}`,
      ...['system', 'domain', 'owner'].map(by => `/services?groupBy=${by}`),
      `/services?groupBy=system&${RANGE}&sort=-saving`,
      '/overview',
      `/overview?${RANGE}`,
      '/overview/explain?figure=total',
      `/overview/explain?${RANGE}&figure=on-no-service`,
      '/savings',
      '/savings?entityRef=component:default/cart&currency=USD&limit=1',
      '/anomalies',
      `/anomalies?${RANGE}&entityRef=system:default/shop`,
      '/unmapped',
      `/unmapped?${RANGE}&limit=1`,
      '/quality',
      '/restatements',
      '/restatements?metric=list',
      '/summary',
      '/summary?since=2026-11-20T11:00:00.000Z&limit=1',
      `${CART}/explain?figure=total`,
    ];
    await expectOk(app, paths);
    await world.bill(ordinaryBill());
    await fillNeighbours(world);
    await world.derive.markDue();
    await world.worker.drain();
    await expectOk(app, [
      ...paths,
      ...[
        'change',
        'forecast',
        'saving',
        'matched',
        'category:compute',
        'unit-cost:requests',
        'unit-cost:orders',
      ].map(figure => `${CART}/explain?figure=${figure}`),
      ...['change', 'forecast', 'on-services', 'lines', 'savings'].map(
        figure => `/overview/explain?figure=${figure}`,
      ),
    ]);

    await request(app)
      .put(`${CART}/budget`)
      .send({ amount: '100', currency: 'USD', notifyAt: [0.5, 1] })
      .expect(200);
    await expectOk(app, [`${CART}/explain?figure=budget`, CART]);
    await request(app).delete(`${CART}/budget`).expect(204);
    await request(app).post('/savings/s1/applied').expect(200);
    await request(app)
      .post('/unmapped/preview')
      .send({
        match: { tag: { key: 'service', value: 'crat' } },
        entityRef: refOf('cart'),
      })
      .expect(200, {
        total: '16.00',
        days: 16,
        charges: 16,
        annotation: { key: 'plimsoll.dev/cost-tags', value: 'service=crat' },
      });
    const { body } = await request(app)
      .post('/estimate')
      .send({ set: 'small' });
    expect(body.monthly).toBe('94.80');
  });

  it('hand the split out as a file', async () => {
    const { world, app } = await setUp();
    await world.bill(ordinaryBill());
    const { headers, text } = await request(app)
      .get('/export?month=2026-11')
      .expect(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="cost-2026-11.csv"',
    );
    const [head, ...lines] = text.trim().split('\r\n');
    expect(head).toContain('AllocatedMethodId');
    expect(lines.length).toBeGreaterThan(50);
    expect(world.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'cost-export' }),
    );
  });

  it('would notice an answer that is not described', async () => {
    const { app } = appOf({
      getSummary: async () => ({ items: [], totalItems: 0 }),
    } as unknown as CostService);
    const { status, text } = await request(app).get('/summary');
    expect([status, text]).toEqual([
      expect.not.stringMatching('200'),
      expect.stringContaining('pageInfo'),
    ]);
  });

  it.each([
    [`${CART}?from=yesterday`, 400, 'from'],
    [`${CART}?from=2026-02-30`, 400, '2026-02-30'],
    [`${CART}?from=2026-11-09&to=2026-11-09`, 400, 'must be before'],
    [`${CART}?from=2020-01-01&to=2026-11-09`, 400, 'ask for at most 400'],
    [`${CART}?metric=net`, 400, 'metric'],
    [`${CART}?currency=dollars`, 400, 'currency'],
    [`${CART}/explain?figure=magic`, 404, "no figure 'magic'"],
    [`${CART}/explain?figure=constructor`, 404, 'no figure'],
    [`${CART}/explain`, 400, 'figure'],
    ['/overview/explain?figure=budget', 404, "no figure 'budget'"],
    ['/overview/explain?figure=constructor', 404, 'no figure'],
    ['/overview/explain', 400, 'figure'],
    ['/services/component/default/nobody', 404, 'There is no service'],
    ['/services?sort=worst', 400, 'sort'],
    ['/services?limit=101', 400, 'limit'],
    ['/services?cursor=nonsense', 400, 'cursor'],
    ['/services?groupBy=system&sort=change', 400, 'order them by'],
    ['/services?groupBy=system&cursor=nonsense', 400, 'cursor'],
    ['/savings?entityRef=a:b/', 400, 'no entity ref'],
    ['/summary?since=long-long-ago', 400, 'since'],
    ['/export?month=2026-13', 400, 'month'],
    ['/export?month=2026-11-02', 400, 'month'],
  ])('refuse %s with the place and the mend', async (path, status, said) => {
    const { app } = await setUp();
    const response = await request(app).get(path);
    expect([response.status, response.text]).toEqual([
      status,
      expect.stringContaining(said),
    ]);
  });

  it.each([
    [{ amount: '0', currency: 'USD' }, 'above 0'],
    [{ amount: '-3', currency: 'USD' }, 'above 0'],
    [{ amount: 'much', currency: 'USD' }, 'no amount'],
    [{ amount: '1e30', currency: 'USD' }, 'up to'],
    [{ amount: '5', currency: 'dollar' }, 'currency'],
    [{ amount: '5', currency: 'USD', notifyAt: [0] }, 'notifyAt'],
    [{ amount: '5' }, 'currency'],
  ])('refuse the budget %j', async (body, said) => {
    const { app } = await setUp();
    const { status, text } = await request(app)
      .put(`${CART}/budget`)
      .send(body);
    expect([status, text]).toEqual([400, expect.stringContaining(said)]);
  });
});

async function expectOk(
  app: express.Express,
  paths: readonly string[],
): Promise<void> {
  for (const path of paths) {
    const { status, text } = await request(app).get(path);
    expect([path, status, status === 200 ? '' : text]).toEqual([path, 200, '']);
  }
}

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** `get /services`, of a router and those in it. */
function operationsOf(router: Router): string[] {
  const stack = (router as unknown as { stack: Layer[] }).stack;
  return stack.flatMap(({ route, handle }) => {
    if (route && route.path !== '/openapi.json') {
      return Object.keys(route.methods).map(
        method => `${method} ${route.path}`,
      );
    }
    return handle.stack ? operationsOf(handle as unknown as Router) : [];
  });
}
