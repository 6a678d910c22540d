import { parse } from 'yaml';
import { exampleDocument } from './exampleDocument';
import { objectiveDefinitions } from './objectiveDefinitions';
import type { SloDocument } from './SloDocument';
import { parseOpenSloDocument } from './parseDocument';

function objectivesOf(text: string) {
  const parsed = parseOpenSloDocument(parse(text));
  expect(parsed).toEqual({ document: expect.anything(), warnings: [] });
  const document = parsed.document as SloDocument;
  return objectiveDefinitions({
    document,
    entity: {
      kind: document.kind,
      namespace: 'default',
      name: document.metadata.name,
    },
    resolveIndicator: () => undefined,
  });
}

describe('exampleDocument', () => {
  it('is twelve lines long', () => {
    expect(
      exampleDocument({ serviceName: 'coupon-api' }).trimEnd().split('\n'),
    ).toHaveLength(12);
  });

  it('creates one objective on its own', () => {
    expect(
      objectivesOf(exampleDocument({ serviceName: 'coupon-api' })),
    ).toEqual([
      expect.objectContaining({
        faults: [],
        definition: {
          ref: 'slo:default/coupon-api-availability',
          objective: 'availability',
          entityRef: 'component:default/coupon-api',
          displayName: 'Availability',
          target: 0.999,
          targetText: '99.9',
          window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
          budgeting: { method: 'occurrences' },
          unit: 'events',
          source: 'prometheus',
          indicator: {
            kind: 'ratio',
            counter: true,
            bad: {
              spec: {
                query: 'http_requests_total{service="coupon-api",code=~"5.."}',
              },
            },
            total: {
              spec: { query: 'http_requests_total{service="coupon-api"}' },
            },
          },
        },
      }),
    ]);
  });

  it.each([
    ['checkout', 'shop', 'component:shop/checkout'],
    ['Checkout_API.v2', undefined, 'component:default/checkout_api.v2'],
    ['true', undefined, 'component:default/true'],
    ['null', undefined, 'component:default/null'],
    ['42', undefined, 'component:default/42'],
    ['1e3', undefined, 'component:default/1e3'],
    ['0x1f', undefined, 'component:default/0x1f'],
    ['x'.repeat(63), undefined, `component:default/${'x'.repeat(63)}`],
  ])('fits the service %s in namespace %s', (serviceName, namespace, ref) => {
    const text = exampleDocument({ serviceName, namespace });
    const [objective] = objectivesOf(text);
    expect(objective.entityRef).toBe(ref);
    expect(objective.faults).toEqual([]);
  });

  it('stays YAML for a name that no component can have', () => {
    expect(parse(exampleDocument({ serviceName: '_' })).metadata.name).toBe(
      'service-availability',
    );
  });

  it.each([
    ['System', undefined, 'system:default/store'],
    ['API', 'shop', 'api:shop/store'],
    ['component', undefined, 'component:default/store'],
  ])('fits a %s in namespace %s', (kind, namespace, ref) => {
    const text = exampleDocument({ serviceName: 'store', kind, namespace });
    expect(text.trimEnd().split('\n')).toHaveLength(12);
    const [objective] = objectivesOf(text);
    expect(objective).toMatchObject({ entityRef: ref, faults: [] });
  });
});
