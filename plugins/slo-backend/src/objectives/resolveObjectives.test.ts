import type { Entity } from '@backstage/catalog-model';
import type { Fault } from '@plimsoll/plugin-slo-common';
import { sloEntity } from '../__testUtils__/catalogEntities';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';
import { resolveObjectives } from './resolveObjectives';

const ratioSpec = {
  ratioMetric: {
    counter: true,
    good: { metricSource: { spec: { query: 'good' } } },
    total: { metricSource: { spec: { query: 'total' } } },
  },
};

function sliEntity(name: string, spec: Entity['spec'], namespace = 'default') {
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLI',
    metadata: { name, namespace },
    spec,
  };
}

function resolve(options: {
  slos: Entity[];
  slis?: Entity[];
  alertPolicies?: Entity[];
  faults?: Fault[];
}) {
  const { slos, slis = [], alertPolicies = [], faults = [] } = options;
  const source = FakeMetricsSource.create();
  source.validate = () => faults;
  const steps = resolveObjectives({
    documents: { slos, slis, alertPolicies, alertConditions: [] },
    sources: {
      names: ['prometheus', 'thanos'],
      get: name => (name === 'prometheus' ? { source } : undefined),
    },
  });
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
  }
}

const byRef = { indicator: undefined, indicatorRef: 'shared' };

describe('resolveObjectives', () => {
  it('resolves an inline indicator and keeps the document', () => {
    const { objectives, refused } = resolve({
      slos: [sloEntity({ name: 'a', service: 'cart' })],
    });

    expect(refused).toEqual([]);
    expect(objectives).toEqual([
      expect.objectContaining({
        indicatorKind: 'ratio',
        location: 'url:https://git.example/a.yaml',
        faults: [],
        definition: expect.objectContaining({
          ref: 'slo:default/a',
          objective: 'requests-served',
          entityRef: 'component:default/cart',
          source: 'prometheus',
          targetText: '99',
        }),
        document: expect.objectContaining({
          metadata: { name: 'a', displayName: 'SLO a' },
        }),
      }),
    ]);
  });

  it('finds an indicator by name, in the namespace of its SLO alone', () => {
    const slo = sloEntity({ name: 'a', service: 'cart', spec: byRef });
    const here = sliEntity('shared', ratioSpec);
    const elsewhere = sliEntity('shared', ratioSpec, 'other');

    const [found] = resolve({ slos: [slo], slis: [here] }).objectives;
    expect(found.faults).toEqual([]);
    expect(found.definition.indicator).toMatchObject({
      kind: 'ratio',
      good: { spec: { query: 'good' } },
    });

    const [missing] = resolve({ slos: [slo], slis: [elsewhere] }).objectives;
    expect(missing.faults).toEqual([
      {
        path: 'spec.indicatorRef',
        message: expect.stringContaining("'shared'"),
      },
    ]);
    expect(missing.definition).toMatchObject({
      ref: 'slo:default/a',
      target: 0.99,
      source: 'prometheus',
    });
    expect(missing.indicatorKind).toBeUndefined();
  });

  it('does not find an SLI that cannot be read', () => {
    const slo = sloEntity({ name: 'a', service: 'cart', spec: byRef });
    const [objective] = resolve({
      slos: [slo],
      slis: [sliEntity('shared', { ratioMetric: 5 })],
    }).objectives;
    expect(objective.faults[0].path).toBe('spec.indicatorRef');
  });

  it('names a source that is not configured, and those that are', () => {
    const slo = sloEntity({
      name: 'a',
      service: 'cart',
      spec: {
        indicator: {
          metadata: { name: 'x' },
          spec: {
            ratioMetric: {
              counter: true,
              good: {
                metricSource: { metricSourceRef: 'stability', spec: { q: 1 } },
              },
              total: {
                metricSource: { metricSourceRef: 'stability', spec: { q: 2 } },
              },
            },
          },
        },
      },
    });
    const [objective] = resolve({ slos: [slo] }).objectives;
    expect(objective.definition.source).toBe('stability');
    expect(objective.faults).toEqual([
      {
        path: 'spec.indicator.spec.ratioMetric.total.metricSource.metricSourceRef',
        message: expect.stringMatching(
          /'stability' is not configured \(configured: 'prometheus', 'thanos'\).*slo\.sources\.stability/,
        ),
      },
    ]);
  });

  it('asks the source, and says where its complaint can be mended', () => {
    const fault = {
      path: 'spec.indicator.spec.ratioMetric.total.metricSource.spec.query',
      message: 'is no PromQL',
    };
    const inline = sloEntity({ name: 'a', service: 'cart' });
    const named = sloEntity({ name: 'b', service: 'cart', spec: byRef });
    const own = (name: string, objective: object) =>
      sloEntity({
        name,
        service: 'cart',
        spec: {
          indicator: undefined,
          objectives: [{ target: 0.9, ...objective }],
        },
      });
    const { objectives } = resolve({
      slos: [
        inline,
        named,
        own('c', { indicatorRef: 'shared' }),
        own('d', {
          indicator: { metadata: { name: 'y' }, spec: ratioSpec },
        }),
      ],
      slis: [sliEntity('shared', ratioSpec)],
      faults: [fault, { path: 'spec.timeWindow', message: 'too long' }],
    });

    expect(objectives.map(({ faults }) => faults[0])).toEqual([
      fault,
      {
        path: 'spec.indicatorRef',
        message:
          "is no PromQL (spec.ratioMetric.total.metricSource.spec.query of the SLI 'shared')",
      },
      {
        path: 'spec.objectives[0].indicatorRef',
        message: expect.stringContaining("of the SLI 'shared'"),
      },
      {
        path: 'spec.objectives[0].indicator.spec.ratioMetric.total.metricSource.spec.query',
        message: 'is no PromQL',
      },
    ]);
    expect(objectives[0].faults[1].path).toBe('spec.timeWindow');
  });

  it('one objective that cannot be measured does not spoil the others', () => {
    const slo = sloEntity({
      name: 'a',
      service: 'cart',
      spec: {
        budgetingMethod: 'Timeslices',
        objectives: ['5m', '7m'].map(timeSliceWindow => ({
          displayName: `Slices of ${timeSliceWindow}`,
          target: 0.9,
          timeSliceTarget: 0.9,
          timeSliceWindow,
        })),
      },
    });
    const { objectives } = resolve({ slos: [slo] });
    expect(objectives.map(({ faults }) => faults.length)).toEqual([0, 1]);
  });

  it('knows how a budget is counted, also where the slice is at fault', () => {
    const [odd] = resolve({
      slos: [
        sloEntity({
          name: 'a',
          service: 'cart',
          spec: {
            budgetingMethod: 'Timeslices',
            objectives: [
              { target: 0.9, timeSliceTarget: 0.95, timeSliceWindow: '7m' },
            ],
          },
        }),
      ],
    }).objectives;
    expect(odd.definition).toMatchObject({
      unit: 'slices',
      budgeting: { method: 'timeslices' },
    });
    expect(odd.faults[0].path).toBe('spec.objectives[0].timeSliceWindow');
  });

  it('says what alert policies do, and still measures', () => {
    const policy = {
      apiVersion: 'openslo/v1',
      kind: 'AlertPolicy',
      metadata: { name: 'fast', namespace: 'default' },
      spec: {
        conditions: [{ conditionRef: 'gone' }],
        notificationTargets: [{ targetRef: 'on-call' }],
      },
    };
    const [objective] = resolve({
      slos: [
        sloEntity({
          name: 'a',
          service: 'cart',
          spec: {
            alertPolicies: [
              { alertPolicyRef: 'fast' },
              { alertPolicyRef: 'slow' },
            ],
          },
        }),
      ],
      alertPolicies: [policy],
    }).objectives;
    expect(objective.faults).toEqual([]);
    expect(objective.notices).toEqual([
      expect.objectContaining({ severity: 'warning' }),
      {
        path: 'spec.alertPolicies[0].alertPolicyRef',
        message: expect.stringContaining("'gone'"),
      },
      {
        path: 'spec.alertPolicies[1].alertPolicyRef',
        message: expect.stringContaining("'slow'"),
      },
    ]);
  });

  it('refuses what is no OpenSLO, and passes by what never claimed to be', () => {
    const broken = sloEntity({
      name: 'broken',
      service: 'cart',
      spec: { budgetingMethod: 'Sometimes' },
    });
    const foreign = { ...broken, apiVersion: 'vendor.example/v2' };
    const { objectives, refused } = resolve({ slos: [broken, foreign] });

    expect(objectives).toEqual([]);
    expect(refused).toEqual([
      {
        name: 'default/broken',
        faults: [expect.objectContaining({ path: 'spec.budgetingMethod' })],
      },
    ]);
  });
});
