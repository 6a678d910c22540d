import { promql, sloDocument } from '../testUtils/sloDocument';
import { objectivesOfDocuments } from './objectivesOfDocuments';

const RUNBOOK = 'plimsoll.dev/runbook-url';

function component(metadata: Record<string, unknown>, owner?: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata,
    spec: { owner },
  };
}

const read = (...values: unknown[]) =>
  objectivesOfDocuments(values.map(value => ({ value, file: 'a.yaml' })));

describe('objectivesOfDocuments', () => {
  it('finds SLIs, policies and conditions among the documents', () => {
    const slo = sloDocument({
      spec: {
        indicator: undefined,
        indicatorRef: 'requests',
        alertPolicies: [{ alertPolicyRef: 'fast' }],
      },
    });
    const sli = {
      apiVersion: 'openslo/v1',
      kind: 'SLI',
      metadata: { name: 'requests' },
      spec: {
        ratioMetric: {
          counter: true,
          bad: promql('sum(bad)'),
          total: promql('sum(total)'),
        },
      },
    };
    const policy = {
      apiVersion: 'openslo/v1',
      kind: 'AlertPolicy',
      metadata: { name: 'fast' },
      spec: {
        conditions: [{ conditionRef: 'burn' }],
        notificationTargets: [{ targetRef: 'on-call' }],
      },
    };
    const condition = {
      apiVersion: 'openslo/v1',
      kind: 'AlertCondition',
      metadata: { name: 'burn' },
      spec: {
        severity: 'page',
        condition: {
          kind: 'burnrate',
          op: 'gte',
          threshold: 2,
          lookbackWindow: '1h',
        },
      },
    };
    const { objectives, faults } = read(slo, sli, policy, condition);
    expect(faults).toEqual([]);
    expect(objectives).toHaveLength(1);
    expect(objectives[0]).toMatchObject({
      place: { path: 'spec.indicatorRef', indicatorRef: 'requests' },
      policies: [{ name: 'fast', condition: { severity: 'page' } }],
    });
    expect(read(slo, sli).faults).toEqual([
      {
        file: 'a.yaml',
        document: 'SLO checkout',
        path: 'spec.alertPolicies[0].alertPolicyRef',
        message: expect.stringContaining("names the AlertPolicy 'fast'"),
      },
    ]);
  });

  it('takes owner and runbook from the service, the runbook first from the document', () => {
    const annotations = { [RUNBOOK]: 'https://runbooks.example/service' };
    const service = component({ name: 'checkout', annotations }, 'payments');
    expect(read(sloDocument(), service).objectives[0]).toMatchObject({
      owner: 'group:default/payments',
      runbookUrl: 'https://runbooks.example/service',
    });
    const own = sloDocument({
      metadata: { annotations: { [RUNBOOK]: 'https://runbooks.example/own' } },
    });
    expect(read(own, service).objectives[0].runbookUrl).toBe(
      'https://runbooks.example/own',
    );
    const ghost = component({ name: 'cart' }, 'payments');
    expect(read(sloDocument(), ghost).objectives[0]).toMatchObject({
      owner: undefined,
      runbookUrl: undefined,
    });
  });

  it.each([
    'data:text/html,runbook',
    'runbooks/checkout',
    'ftp://runbooks.example',
    'https://user:secret@runbooks.example',
    `https://runbooks.example/${'x'.repeat(2_000)}`,
  ])('makes no link of %s', url => {
    const slo = sloDocument({ metadata: { annotations: { [RUNBOOK]: url } } });
    expect(read(slo).objectives[0].runbookUrl).toBeUndefined();
  });

  it('names the document of a fault, and leaves those of others alone', () => {
    const { objectives, faults, slos } = read(
      sloDocument({ name: 'a', objective: { target: 2 } }),
      sloDocument({ name: 'b' }),
      { apiVersion: 'apps/v1', kind: 'Deployment' },
      { kind: 'Something' },
      'text',
    );
    expect(objectives.map(({ definition }) => definition.ref)).toEqual([
      'slo:default/b',
    ]);
    expect(slos).toBe(2);
    expect(faults.map(({ document }) => document)).toEqual(
      expect.arrayContaining(['SLO a', 'Something', 'document']),
    );
  });

  it('keeps namespaces apart', () => {
    const { objectives } = read(
      sloDocument({ name: 'a' }),
      sloDocument({ name: 'a', metadata: { name: 'a', namespace: 'shop' } }),
    );
    expect(objectives.map(({ definition }) => definition.ref)).toEqual([
      'slo:default/a',
      'slo:shop/a',
    ]);
  });
});
