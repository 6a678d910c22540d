import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { OpenSloEntityProcessor } from './OpenSloEntityProcessor';

const processor = new OpenSloEntityProcessor();
const location = { type: 'file', target: '/slo.yaml' };

const metric = { metricSource: { spec: { query: 'up' } } };

function slo(spec: JsonObject = {}, metadata: JsonObject = {}): Entity {
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name: 'checkout-availability', ...metadata },
    spec: {
      service: 'checkout',
      indicatorRef: 'checkout-requests',
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: 'Availability', target: 0.999 }],
      ...spec,
    },
  };
}

async function relationsOf(entity: Entity) {
  const emitted: unknown[] = [];
  await processor.postProcessEntity(entity, location, result =>
    emitted.push(result),
  );
  return emitted;
}

describe('OpenSloEntityProcessor', () => {
  it('leaves the entities of others alone', async () => {
    const entity: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'checkout' },
      spec: { type: 'service' },
    };
    expect(await processor.preProcessEntity(entity)).toBe(entity);
    expect(await processor.validateEntityKind(entity)).toBe(false);
    expect(await relationsOf(entity)).toEqual([]);
  });

  it('leaves other kinds named SLO or Service alone', async () => {
    const entity = { ...slo(), apiVersion: 'example.com/v1' };
    expect(await processor.preProcessEntity(entity)).toBe(entity);
    expect(await processor.validateEntityKind(entity)).toBe(false);
  });

  it('names, describes and labels the entity', async () => {
    const entity = slo(
      { description: 'Nobody waits' },
      {
        displayName: 'Checkout availability',
        labels: { team: ['payments', 'platform'], tier: 'tier-1' },
        annotations: { 'backstage.io/managed-by-location': 'file:/slo.yaml' },
      },
    );
    expect(await processor.preProcessEntity(entity)).toEqual({
      ...entity,
      metadata: {
        ...entity.metadata,
        title: 'Checkout availability',
        description: 'Nobody waits',
        labels: { team: 'payments', tier: 'tier-1' },
        annotations: {
          'backstage.io/managed-by-location': 'file:/slo.yaml',
          'plimsoll.dev/openslo-labels':
            '{"team":["payments","platform"],"tier":"tier-1"}',
        },
      },
    });
    expect(await processor.validateEntityKind(entity)).toBe(true);
  });

  it('keeps title and description that were written for Backstage', async () => {
    const metadata = { title: 'Mine', description: 'Mine too' };
    const entity = slo(
      { description: 'OpenSLO' },
      { displayName: 'OpenSLO', ...metadata },
    );
    expect((await processor.preProcessEntity(entity)).metadata).toMatchObject(
      metadata,
    );
  });

  it('never changes kind, namespace and name', async () => {
    const { apiVersion, kind, metadata } = await processor.preProcessEntity(
      slo({}, { namespace: 'shop' }),
    );
    expect({ apiVersion, kind, metadata }).toMatchObject({
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: { name: 'checkout-availability', namespace: 'shop' },
    });
  });

  it('refuses a document with all its faults', async () => {
    await expect(
      processor.preProcessEntity(
        slo({
          timeWindow: [{ duration: '1m', isRolling: true }],
          objectives: [],
        }),
      ),
    ).rejects.toThrow(
      /spec\.timeWindow\[0\]\.duration .*did you mean 1M[^]*spec\.objectives has 0 items/,
    );
  });

  it('names a version that it does not read', async () => {
    await expect(
      processor.preProcessEntity({
        ...slo(),
        apiVersion: 'openslo.com/v2alpha',
      }),
    ).rejects.toThrow('apiVersion is none of openslo/v1, openslo.com/v1');
  });

  it.each(['DataSource', 'Service', 'AlertNotificationTarget'])(
    'keeps nothing of a %s but its metadata',
    async kind => {
      const entity = await processor.preProcessEntity({
        apiVersion: 'openslo/v1',
        kind,
        metadata: { name: 'main', displayName: 'Main' },
        spec: {
          description: 'at https://prom.internal',
          target: 'https://hooks.example.com/hunter2',
          connectionDetails: { url: 'https://prom.internal', token: 'hunter2' },
        },
      });
      expect(entity).toEqual({
        apiVersion: 'openslo/v1',
        kind,
        metadata: {
          name: 'main',
          displayName: 'Main',
          title: 'Main',
          annotations: {},
        },
      });
      expect(await relationsOf(entity)).toEqual([]);
    },
  );

  it('keeps no address that alerts are sent to', async () => {
    const entity = await processor.preProcessEntity({
      apiVersion: 'openslo/v1',
      kind: 'AlertPolicy',
      metadata: { name: 'fast-burn' },
      spec: {
        conditions: [{ conditionRef: 'fast-burn-1h' }],
        notificationTargets: [
          {
            kind: 'AlertNotificationTarget',
            metadata: { name: 'slack' },
            spec: { target: 'https://hooks.example.com/hunter2' },
          },
        ],
      },
    });
    expect(JSON.stringify(entity)).not.toContain('hunter2');
    expect(entity.spec).toMatchObject({
      notificationTargets: [{ metadata: { name: 'slack' } }],
    });
  });

  it('relates an SLO to its service and its SLIs, in both directions', async () => {
    const entity = slo(
      {
        service: 'api:default/orders',
        indicatorRef: null,
        objectives: [
          { displayName: 'One', target: 0.9, indicatorRef: 'one' },
          { displayName: 'Again', target: 0.9, indicatorRef: 'one' },
          {
            displayName: 'Two',
            target: 0.9,
            indicator: {
              metadata: { name: 'two' },
              spec: { ratioMetric: { bad: metric, total: metric } },
            },
          },
        ],
      },
      { namespace: 'shop' },
    );
    const self = {
      kind: 'SLO',
      namespace: 'shop',
      name: 'checkout-availability',
    };
    const orders = { kind: 'api', namespace: 'default', name: 'orders' };
    const one = { kind: 'SLI', namespace: 'shop', name: 'one' };
    expect(await relationsOf(entity)).toEqual(
      [
        { source: self, type: 'measures', target: orders },
        { source: orders, type: 'measuredBy', target: self },
        { source: self, type: 'usesIndicator', target: one },
        { source: one, type: 'indicatorOf', target: self },
      ].map(relation => ({ type: 'relation', relation })),
    );
  });

  it('says in the status what has no effect', async () => {
    const indicator = {
      metadata: { name: 'inline' },
      spec: { ratioMetric: { bad: metric, total: metric } },
    };
    const entity = slo({
      indicatorRef: null,
      indicator,
      objectives: [{ target: 0.9, op: 'gt' }],
    });
    expect(
      await processor.postProcessEntity(entity, location, () => {}),
    ).toMatchObject({
      status: {
        items: [
          {
            type: 'plimsoll.dev/openslo',
            level: 'warning',
            message:
              'spec.objectives[0].op has no effect on a ratioMetric; remove it',
          },
        ],
      },
    });
    expect(
      await processor.postProcessEntity(slo(), location, () => {}),
    ).not.toHaveProperty('status');
  });
});
