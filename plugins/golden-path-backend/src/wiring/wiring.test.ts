import { Readable } from 'node:stream';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ServiceWiring } from '@plimsoll/plugin-golden-path-common';
import {
  createTestDatabases,
  waitUntil,
} from '@plimsoll/plugin-database/testUtils';
import request from 'supertest';
import { openGoldenPathDatabase } from '../database/GoldenPathDatabase';
import {
  cost,
  giftCards,
  loadedRules,
  loyalty,
  objective,
  report,
} from './__testUtils__/giftCards';
import {
  type FakeAlertmanager,
  ROUTES,
  startAlertmanager,
  startWiring,
} from './__testUtils__/wiringWorld';

const databases = createTestDatabases({ open: openGoldenPathDatabase });
const [FIRST] = databases.ids;
const knexOf = async (id: (typeof databases.ids)[number]) =>
  (await databases.service(id)).getClient();
const page = (items: unknown[]) => ({
  items,
  totalItems: items.length,
  pageInfo: {},
});

type World = Omit<Parameters<typeof startWiring>[0], 'knex'>;

/** What a line says: its state and the codes of its sentences. */
function said(wiring: ServiceWiring) {
  return Object.fromEntries(
    wiring.lines.map(({ id, state, sentences }) => [
      id,
      [state, ...sentences.map(({ code }) => code)].join(' '),
    ]),
  );
}

async function proven(world: World = {}) {
  const started = await startWiring({ knex: await knexOf(FIRST), ...world });
  const check = async (): Promise<ServiceWiring> =>
    (await started.check().expect(200)).body;
  return { ...started, check, body: await check() };
}

describe('the proof of a new service', () => {
  let alertmanager: FakeAlertmanager;
  beforeEach(async () => {
    alertmanager = await startAlertmanager();
  });
  afterEach(() => alertmanager.stop());

  it.each(databases.ids)(
    'tells that all is wired, and keeps it, %p',
    async id => {
      const world = await startWiring({ knex: await knexOf(id), alertmanager });
      const { body } = await world.check().expect(200);
      expect(said(body)).toEqual({
        catalog: 'done catalog-complete',
        objectives: 'done objectives-valid',
        rules: 'done rules-loaded',
        metrics: 'done metrics-arrive',
        deployments: 'done deployments-arrive',
        alerts: 'done alerts-not-tried alerts-routed alerts-routed',
        cost: 'done cost-labelled',
        runbook: 'done runbook-reachable',
        owner: 'done owner-reachable',
      });
      expect(body).toMatchObject({
        entityRef: 'component:default/gift-cards',
        template: { ref: 'template:default/fastapi-service', version: '1.4.0' },
        everySeconds: 3_600,
        deployment: { version: 'v0.1.0', environment: 'production' },
      });
      const kept = await world.get().expect(200);
      expect(kept.body).toEqual(body);
      // what stays as it is has been so since it was first seen
      const again = await world.check().expect(200);
      expect(
        again.body.lines.map((line: { since: string }) => line.since),
      ).toEqual(body.lines.map((line: { since: string }) => line.since));
    },
  );

  it('is checked soon where nobody has asked for it before', async () => {
    const world = await startWiring({ knex: await knexOf(FIRST) });
    const first = await world.get().expect(200);
    expect(first.body.entityRef).toBe('component:default/gift-cards');
    await waitUntil('the first check', async () => {
      const { body } = await world.get().expect(200);
      return body.checkedAt !== undefined && body.lines.length === 9;
    });
  });

  it('blames a dead dependency on its own lines alone', async () => {
    alertmanager.refusal = 502;
    const { body } = await proven({
      alertmanager,
      runbook: new Error('connect ECONNREFUSED 10.0.0.7:443'),
      answers: { objectives: 503, deployments: 404, cost: 500 },
    });
    expect(said(body)).toEqual({
      catalog: 'done catalog-complete',
      objectives: 'done objectives-valid',
      rules: 'done rules-loaded',
      metrics: 'unknown not-checked',
      deployments: 'unknown not-checked',
      alerts: 'unknown not-checked',
      cost: 'unknown not-checked',
      runbook: 'unknown not-checked',
      owner: 'done owner-reachable',
    });
    const reasons = body.lines.flatMap(({ sentences }) =>
      sentences.filter(({ code }) => code === 'not-checked'),
    );
    expect(reasons.map(({ params }) => params)).toEqual([
      { whom: 'slo', reason: 'it answered 503, [address] is not there now' },
      {
        whom: 'stability',
        reason: 'it answered 404, [address] is not there now',
      },
      { whom: 'Alertmanager', reason: expect.stringContaining('502') },
      { whom: 'cost', reason: 'it answered 500, [address] is not there now' },
      { whom: 'git.example', reason: 'it could not be reached' },
    ]);
    expect(body.everySeconds).toBe(60);
  });

  it('says since when a line is as it is', async () => {
    const { body, answers, check } = await proven();
    answers.deployments = page([]);
    const changed = await check();
    const lineOf = (wiring: ServiceWiring) =>
      wiring.lines.find(({ id }) => id === 'deployments')!;
    expect(lineOf(changed)).toMatchObject({
      state: 'missing',
      steps: [{ code: 'open-pipeline-guide' }, { code: 'open-deployments' }],
    });
    expect(Date.parse(lineOf(changed).since)).toBeGreaterThan(
      Date.parse(lineOf(body).since),
    );
  });

  const failing = {
    severity: 'error',
    document: 'SLO a',
    path: 'spec',
    fix: '',
  };
  const [fast, down] = loadedRules().rules;
  it.each<[string, World, string, string]>([
    [
      'annotations that are missing',
      { entities: [giftCards({ 'plimsoll.dev/tier': undefined }), loyalty()] },
      'catalog',
      'missing catalog-annotations',
    ],
    [
      'an owner that is gone',
      { entities: [giftCards()] },
      'catalog',
      'missing catalog-owner-gone',
    ],
    [
      'an owner without members and address',
      { entities: [giftCards(), loyalty({ relations: [], spec: {} })] },
      'owner',
      'missing owner-no-members owner-no-contact',
    ],
    [
      'nobody on call',
      {
        entities: [
          giftCards({ 'pagerduty.com/service-id': undefined }),
          loyalty(),
        ],
      },
      'owner',
      'missing owner-no-on-call',
    ],
    [
      'no objectives',
      { answers: { check: report({ objectives: 0 }) } },
      'objectives',
      'missing objectives-none',
    ],
    [
      'a finding of a document',
      {
        answers: {
          check: report({
            findings: [
              { ...failing, check: 'query', message: 'is odd' } as never,
            ],
          }),
        },
      },
      'objectives',
      'missing objectives-findings',
    ],
    [
      'a finding about data that are to come',
      {
        answers: {
          check: report({
            findings: [
              { ...failing, check: 'series', message: 'is absent' } as never,
            ],
          }),
        },
      },
      'objectives',
      'done objectives-valid',
    ],
    [
      'a rule that is not loaded',
      {
        answers: {
          rules: loadedRules({ rules: [{ ...fast, loaded: false }, down] }),
        },
      },
      'rules',
      'missing rules-missing',
    ],
    [
      'a rule that fails',
      {
        answers: {
          rules: loadedRules({ rules: [fast, { ...down, health: 'err' }] }),
        },
      },
      'rules',
      'missing rules-failing',
    ],
    [
      'a rule that was not evaluated yet',
      {
        answers: {
          rules: loadedRules({
            rules: [
              { ...fast, health: 'unknown', evaluatedAt: undefined },
              down,
            ],
          }),
        },
      },
      'rules',
      'waiting rules-not-evaluated',
    ],
    [
      'a Prometheus that is down',
      {
        answers: {
          rules: loadedRules({
            rules: [],
            sources: [{ name: 'prometheus', state: 'failed', reason: 'late' }],
          }),
        },
      },
      'rules',
      'unknown rules-source-failed',
    ],
    [
      'rules that are not loaded, beside a source without rules',
      {
        answers: {
          rules: loadedRules({
            rules: [{ ...fast, loaded: false }, down],
            sources: [
              { name: 'prometheus', state: 'answered' },
              { name: 'stability', state: 'not-offered' },
            ],
          }),
        },
      },
      'rules',
      'missing rules-missing',
    ],
    [
      'loaded rules, beside a source without rules',
      {
        answers: {
          rules: loadedRules({
            sources: [
              { name: 'prometheus', state: 'answered' },
              { name: 'stability', state: 'not-offered' },
            ],
          }),
        },
      },
      'rules',
      'done rules-loaded',
    ],
    [
      'all rules, beside a source that is down and needs none',
      {
        answers: {
          rules: loadedRules({
            sources: [
              { name: 'prometheus', state: 'answered' },
              { name: 'other', state: 'failed', reason: 'late' },
            ],
          }),
        },
      },
      'rules',
      'done rules-loaded',
    ],
    [
      'rules of a source that cannot say which it has',
      {
        answers: {
          rules: loadedRules({
            rules: [],
            sources: [
              { name: 'prometheus', state: 'answered' },
              { name: 'demo', state: 'not-offered' },
            ],
          }),
        },
      },
      'rules',
      'not-configured rules-not-offered',
    ],
    [
      'a source without rules',
      {
        answers: {
          rules: loadedRules({
            rules: [],
            sources: [{ name: 'demo', state: 'not-offered' }],
          }),
        },
      },
      'rules',
      'not-configured rules-not-offered',
    ],
    [
      'series that are absent',
      {
        answers: {
          objectives: page([
            objective({
              state: 'no-data',
              reason: { code: 'series-absent' },
              coverage: 0,
            }),
          ]),
        },
      },
      'metrics',
      'missing metrics-absent',
    ],
    [
      'objectives that nobody has measured yet',
      {
        answers: { objectives: page([objective({ evaluatedAt: undefined })]) },
      },
      'metrics',
      'waiting metrics-not-measured',
    ],
    [
      'pods without requests',
      {
        answers: {
          objectives: page([objective({ state: 'no-traffic', budget: {} })]),
        },
      },
      'metrics',
      'done metrics-no-traffic',
    ],
    [
      'a source of metrics that is down',
      {
        answers: {
          objectives: page([
            objective({ state: 'unknown', reason: { code: 'source-down' } }),
          ]),
        },
      },
      'metrics',
      'unknown metrics-source-failed',
    ],
    [
      'a bill that is not due yet',
      { answers: { cost: cost({ state: 'unmapped' }) } },
      'cost',
      'waiting cost-due',
    ],
    [
      'a bill that does not name it',
      {
        answers: {
          cost: cost({
            state: 'unmapped',
            proof: { completeTo: '2100-01-01' } as never,
          }),
        },
      },
      'cost',
      'missing cost-unmapped',
    ],
    [
      'a service that cost does not know yet',
      { answers: { cost: 404 } },
      'cost',
      'waiting cost-unknown-service',
    ],
    [
      'no bill at all',
      { answers: { cost: cost({ state: 'no-bill' }) } },
      'cost',
      'not-configured cost-no-bill',
    ],
    [
      'a runbook that is gone',
      { runbook: new NotFoundError('no such file') },
      'runbook',
      'missing runbook-gone',
    ],
    [
      'a runbook without sections',
      { runbook: 'later' },
      'runbook',
      'missing runbook-no-sections',
    ],
    [
      'alerts that lead to no runbook',
      {
        answers: {
          rules: loadedRules({ rules: [{ ...fast, runbookUrl: undefined }] }),
        },
      },
      'runbook',
      'missing runbook-no-alerts',
    ],
    [
      'a runbook where no alert is loaded',
      { answers: { rules: loadedRules({ rules: [] }) } },
      'runbook',
      'done runbook-there runbook-links-unknown',
    ],
    [
      'an address with a per cent sign',
      {
        entities: [
          giftCards({
            'plimsoll.dev/runbook-url': 'https://git.example/a/%zz',
          }),
          loyalty(),
        ],
      },
      'runbook',
      'missing runbook-no-alerts',
    ],
    ['no Alertmanager', {}, 'alerts', 'not-configured alerts-not-configured'],
  ])('tells of %s', async (_, world, id, expected) => {
    const { body } = await proven(world);
    expect(said(body)[id]).toBe(expected);
  });

  it('names the day of the bill that is awaited', async () => {
    const { body } = await proven({
      answers: { cost: cost({ state: 'unmapped' }) },
    });
    expect(body.lines.find(({ id }) => id === 'cost')).toMatchObject({
      dueAt: '2026-11-23T23:59:59.000Z',
      sentences: [
        { code: 'cost-due', params: { label: 'service=gift-cards' } },
      ],
    });
  });

  it('finds alerts that lead to nobody', async () => {
    alertmanager.config = ROUTES.replace('critical|page', 'page');
    alertmanager.config = alertmanager.config.replace(
      "slack_configs: [{ channel: '#loyalty' }]",
      'slack_configs: []',
    );
    const { body } = await proven({ alertmanager });
    expect(body.lines.find(({ id }) => id === 'alerts')).toMatchObject({
      state: 'missing',
      sentences: [
        {
          code: 'alerts-unrouted',
          params: { severity: 'critical', receiver: 'gift-cards-chat' },
        },
      ],
    });
  });

  it('sends a test alert, and tells what became of it', async () => {
    const count = (tried: number, failed = 0) =>
      `alertmanager_notifications_total{integration="pagerduty"} ${tried}\n` +
      `alertmanager_notifications_failed_total{integration="pagerduty",reason="other"} ${failed}\n`;
    alertmanager.metrics = count(7);
    const world = await proven({ alertmanager });
    const alertsOf = (wiring: ServiceWiring) => said(wiring).alerts;
    const sent = await world.test('critical').expect(200);
    expect(alertsOf(sent.body)).toMatch(/^waiting alerts-under-way/);
    expect(sent.body.testAlert).toMatchObject({
      severity: 'critical',
      receivers: ['gift-cards-pager'],
    });
    expect(alertmanager.sent).toHaveLength(1);
    expect(alertmanager.sent[0][0].labels).toEqual({
      alertname: 'PlimsollTestAlert',
      severity: 'critical',
      service: 'gift-cards',
      team: 'loyalty',
      tier: '2',
      test: 'true',
    });
    alertmanager.metrics = count(8);
    expect(alertsOf(await world.check())).toMatch(
      /^done alerts-delivered alerts-routed/,
    );
    alertmanager.metrics = count(8, 1);
    expect(alertsOf(await world.check())).toMatch(/^missing alerts-failed/);
  });

  it('keeps what became of a test alert, whatever others send later', async () => {
    const knex = await knexOf(FIRST);
    const count = (tried: number, failed = 0) =>
      `alertmanager_notifications_total{integration="pagerduty"} ${tried}\n` +
      `alertmanager_notifications_failed_total{integration="pagerduty",reason="other"} ${failed}\n`;
    alertmanager.metrics = count(7);
    const world = await startWiring({ knex, alertmanager });
    const alerts = async () =>
      said((await world.check().expect(200)).body).alerts;
    await world.test('critical').expect(200);
    alertmanager.metrics = count(8);
    expect(await alerts()).toMatch(/^done alerts-delivered/);
    const { test_alert: kept } = await knex('wired_service').first();
    const sentAt = new Date(Date.now() - 86_400_000).toISOString();
    const yesterday = JSON.stringify({ ...JSON.parse(kept), sentAt });
    await knex('wired_service').update({ test_alert: yesterday });
    alertmanager.metrics = count(30, 2);
    expect(await alerts()).toMatch(/^done alerts-delivered/);
    alertmanager.metrics = count(0);
    expect(await alerts()).toMatch(/^done alerts-delivered/);
  });

  it('does not undo a test alert by a check that began before it', async () => {
    const text = '# R\n\n## A\n';
    let goOn = () => {};
    let began = () => {};
    const blocked = new Promise<void>(done => {
      goOn = done;
    });
    const first = new Promise<void>(done => {
      began = done;
    });
    let reads = 0;
    const world = await startWiring({
      knex: await knexOf(FIRST),
      alertmanager,
      runbook: async () => {
        reads += 1;
        if (reads === 1) {
          began();
          await blocked;
        }
        return Readable.from([Buffer.from(text)]);
      },
    });
    const slow = world.check().then(({ body }) => body);
    await first;
    const tested = await world.test('critical').expect(200);
    expect(said(tested.body).alerts).toMatch(/^waiting alerts-under-way/);
    goOn();
    // who asked is told what is known now
    expect(said(await slow).alerts).toMatch(/^waiting alerts-under-way/);
    const { body } = await world.get().expect(200);
    expect(body).toEqual(tested.body);
  });

  it('stops to read what is too long for a runbook', async () => {
    let pieces = 0;
    const stream = new Readable({
      read() {
        pieces += 1;
        this.push(Buffer.alloc(64_000, 'x'));
      },
    });
    let signal: AbortSignal | undefined;
    const { body } = await proven({
      runbook: given => {
        signal = given;
        return stream;
      },
    });
    expect(said(body).runbook).toBe('missing runbook-too-large');
    expect(pieces).toBeLessThan(100);
    expect(stream.destroyed).toBe(true);
    expect(signal).toBeDefined();
  });

  it('says who may not try, and what stands against it', async () => {
    const { test } = await proven();
    await test('critical').expect(400, /goldenPath\.alertmanager\.url/);
    await test('loud').expect(400);
    alertmanager.refusal = 500;
    const other = await startWiring({
      knex: await knexOf(FIRST),
      alertmanager,
    });
    await other.test('critical').expect(503, /was not taken/);
    expect(alertmanager.sent).toEqual([]);
  });

  it('needs a permission for the service, and tells the auditor', async () => {
    const asked: unknown[] = [];
    const permissions = mockServices.permissions.mock({
      authorize: async queries => {
        asked.push(...queries);
        return queries.map(() => ({
          result: AuthorizeResult.DENY as AuthorizeResult.DENY,
        }));
      },
    });
    const createEvent = jest.fn(async () => ({
      success: async () => {},
      fail: async () => {},
    }));
    const world = await startWiring({
      knex: await knexOf(FIRST),
      features: [
        permissions.factory,
        mockServices.auditor.mock({ createEvent }).factory,
      ],
    });
    await world.check().expect(403, /golden-path\.wiring\.check/);
    await world.get().expect(200);
    expect(asked).toContainEqual(
      expect.objectContaining({ resourceRef: 'component:default/gift-cards' }),
    );
    expect(createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'wiring-check',
        meta: { entityRef: 'component:default/gift-cards' },
      }),
    );
  });

  it('answers what the API document describes, and these tests see to it', async () => {
    const knex = await knexOf(FIRST);
    const world = await startWiring({ knex });
    await world.check().expect(200);
    const { proof } = await knex('wired_service').first();
    const [first, ...others] = JSON.parse(proof).lines;
    const lines = [{ ...first, undocumented: true }, ...others];
    await knex('wired_service').update({ proof: JSON.stringify({ lines }) });
    const { status, body } = await world.get();
    expect(status).toBe(500);
    expect(body.error.message).toMatch(/additional properties/);
  });

  it('is of services that a template made, and that the caller sees', async () => {
    const { spec, ...rest } = giftCards();
    const own = { ...rest, spec: { ...spec, scaffoldedFrom: undefined } };
    const { server, get } = await startWiring({
      knex: await knexOf(FIRST),
      entities: [JSON.parse(JSON.stringify(own))],
    });
    expect((await get()).status).toBe(404);
    const other = '/api/golden-path/wiring/component/default/nobody';
    expect((await request(server).get(other)).status).toBe(404);
  });
});
