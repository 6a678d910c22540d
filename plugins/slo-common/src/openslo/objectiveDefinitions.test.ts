import type { JsonObject } from '@backstage/types';
import { parseAllDocuments } from 'yaml';
import { SHOP_KART_DOCUMENTS } from './__fixtures__/shopKart';
import {
  inlineIndicator,
  metric,
  validSli,
  validSlo,
} from './__fixtures__/validDocuments';
import {
  type ResolvedObjective,
  objectiveDefinitions,
} from './objectiveDefinitions';
import { parseOpenSloDocument } from './parseDocument';
import type { SliDocument } from './SliDocument';
import type { SloDocument } from './SloDocument';

function read<T>(value: unknown): T {
  const parsed = parseOpenSloDocument(value);
  expect(parsed.faults ?? []).toEqual([]);
  return parsed.document as T;
}

function resolve(
  value: unknown,
  options: {
    slis?: JsonObject[];
    namespace?: string;
    defaultSource?: string;
  } = {},
): ResolvedObjective[] {
  const document = read<SloDocument>(value);
  const slis = (options.slis ?? []).map(sli => read<SliDocument>(sli));
  return objectiveDefinitions({
    document,
    entity: {
      kind: 'SLO',
      namespace: options.namespace ?? 'default',
      name: document.metadata.name,
    },
    resolveIndicator: name => slis.find(sli => sli.metadata.name === name),
    defaultSource: options.defaultSource,
  });
}

function faultsOf(objectives: ResolvedObjective[]): string[] {
  for (const objective of objectives) {
    expect(objective.definition === undefined).toBe(
      objective.faults.length > 0,
    );
  }
  return objectives.flatMap(({ faults }) =>
    faults.map(({ path, message }) => `${path}: ${message}`),
  );
}

const ratioSli = validSli({
  ratioMetric: { counter: true, bad: metric('bad'), total: metric('total') },
});

describe('objectiveDefinitions', () => {
  it('gives all that a source and the arithmetic need', () => {
    expect(
      resolve({
        ...validSlo({ description: 'Nobody waits' }),
        metadata: { name: 'checkout-availability', displayName: 'Checkout' },
      }),
    ).toEqual([
      {
        key: {
          ref: 'slo:default/checkout-availability',
          objective: 'availability',
        },
        displayName: 'Availability',
        entityRef: 'component:default/checkout',
        known: expect.objectContaining({ indicatorKind: 'ratio' }),
        faults: [],
        notices: [],
        definition: {
          ref: 'slo:default/checkout-availability',
          objective: 'availability',
          entityRef: 'component:default/checkout',
          displayName: 'Availability',
          description: 'Nobody waits',
          target: 0.999,
          targetText: '99.9',
          window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
          budgeting: { method: 'occurrences' },
          unit: 'events',
          indicator: {
            kind: 'ratio',
            counter: false,
            good: { spec: { query: 'good' } },
            total: { spec: { query: 'total' } },
          },
          source: 'prometheus',
        },
      },
    ]);
  });

  it('expresses the five objectives of ShopKart', () => {
    const documents = parseAllDocuments(SHOP_KART_DOCUMENTS).map(d =>
      d.toJSON(),
    );
    const slis = documents.filter(({ kind }) => kind === 'SLI');
    const objectives = documents
      .filter(({ kind }) => kind === 'SLO')
      .flatMap(document => resolve(document, { slis }));
    expect(faultsOf(objectives)).toEqual([]);
    const [availability, latency, errors, recovery, stability] = objectives.map(
      ({ definition }) => definition,
    );

    expect(availability).toMatchObject({
      target: 0.999,
      source: 'prometheus',
      window: {
        kind: 'calendar',
        duration: { value: 1, unit: 'M' },
        startTime: '2026-01-01 00:00:00',
        timeZone: 'Europe/Warsaw',
      },
      indicator: { kind: 'ratio', counter: true, bad: expect.anything() },
    });
    expect(latency).toMatchObject({
      objective: 'latency-400-ms',
      source: 'prometheus',
      unit: 'slices',
      budgeting: { method: 'timeslices', sliceSeconds: 300, sliceTarget: 0.95 },
      indicator: { kind: 'threshold', operator: 'lt', threshold: 0.4 },
    });
    expect(errors).toMatchObject({ target: 0.998, source: 'prometheus' });
    expect(recovery).toMatchObject({
      target: 0.9,
      source: 'stability',
      unit: 'events',
      indicator: {
        kind: 'threshold',
        operator: 'lte',
        threshold: 10,
        metric: { spec: { fact: 'incident', measure: 'recovery-minutes' } },
      },
    });
    expect(stability).toMatchObject({
      target: 0.92,
      source: 'stability',
      indicator: {
        kind: 'ratio',
        good: { spec: { fact: 'deployment', outcome: 'good' } },
        total: { spec: { fact: 'deployment' } },
      },
    });
  });

  describe('indicator', () => {
    const byName = { indicator: null, indicatorRef: 'checkout-p95' };

    it('is looked up by its name', () => {
      const [objective] = resolve(validSlo(byName), { slis: [ratioSli] });
      expect(objective.definition?.indicator).toEqual({
        kind: 'ratio',
        counter: true,
        bad: { spec: { query: 'bad' } },
        total: { spec: { query: 'total' } },
      });
    });

    it('may be missing, which is said where it is named', () => {
      const objectives = resolve(validSlo(byName), { namespace: 'shop' });
      expect(faultsOf(objectives)).toEqual([
        "spec.indicatorRef: names the SLI 'checkout-p95', which is not in namespace 'shop' of the catalog; add that document, or write the indicator in place",
      ]);
      expect(objectives[0].known).toMatchObject({
        target: 0.999,
        entityRef: 'component:shop/checkout',
        window: { kind: 'rolling' },
        budgeting: { method: 'occurrences' },
        source: 'prometheus',
      });
      expect(objectives[0].known).not.toHaveProperty('indicator');
    });

    it('may be a ratio that is computed already', () => {
      const indicator = inlineIndicator({
        ratioMetric: { raw: metric('ratio'), rawType: 'failure' },
      });
      const [objective] = resolve(validSlo({ indicator }));
      expect(objective.definition?.indicator).toEqual({
        kind: 'raw',
        rawType: 'failure',
        raw: { spec: { query: 'ratio' } },
      });
    });

    it('needs the threshold in the objective, also when it is named', () => {
      const document = validSlo({
        ...byName,
        objectives: [{ target: 0.9 }, { target: 0.9, op: 'gte', value: 0 }],
      });
      const objectives = resolve(document, { slis: [validSli()] });
      expect(faultsOf(objectives)).toEqual([
        'spec.objectives[0].op: is missing; a thresholdMetric needs lt, lte, gt or gte',
        'spec.objectives[0].value: is missing; a thresholdMetric needs the threshold',
      ]);
      expect(objectives[0].known.indicatorKind).toBe('threshold');
      expect(objectives[1].definition?.indicator).toEqual({
        kind: 'threshold',
        metric: { spec: { query: 'p95' } },
        operator: 'gte',
        threshold: 0,
      });
    });

    it('may be that of the only objective, inline, named or lost', () => {
      const objectives = [
        {
          indicator: inlineIndicator({
            ratioMetric: { raw: metric('r'), rawType: 'success' },
          }),
        },
        { indicatorRef: 'checkout-p95' },
        { indicatorRef: 'lost' },
      ].flatMap(own =>
        resolve(
          validSlo({
            indicator: null,
            objectives: [{ displayName: 'Only', target: 0.9, ...own }],
          }),
          { slis: [ratioSli] },
        ),
      );
      expect(faultsOf(objectives)).toEqual([
        expect.stringContaining(
          "spec.objectives[0].indicatorRef: names the SLI 'lost'",
        ),
      ]);
      expect(objectives.map(o => o.definition?.indicator.kind)).toEqual([
        'raw',
        'ratio',
        undefined,
      ]);
    });
  });

  describe('source', () => {
    const sourceOf = (metricSource: JsonObject, defaultSource?: string) => {
      const indicator = inlineIndicator({
        ratioMetric: {
          raw: { metricSource: { spec: { query: 'x' }, ...metricSource } },
          rawType: 'success',
        },
      });
      return resolve(validSlo({ indicator }), { defaultSource })[0].definition
        ?.source;
    };

    it.each([
      [{}, 'prometheus'],
      [{ type: 'Prometheus' }, 'prometheus'],
      [{ type: 'Datadog' }, 'datadog'],
      [{ metricSourceRef: 'thanos', type: 'Prometheus' }, 'thanos'],
      [{ metricSourceRef: 'stability' }, 'stability'],
    ])('of %j is %s', (metricSource, source) => {
      expect(sourceOf(metricSource)).toBe(source);
    });

    it('of a metric that names none is the configured default', () => {
      expect(sourceOf({}, 'thanos')).toBe('thanos');
      expect(sourceOf({ type: 'prometheus' }, 'thanos')).toBe('thanos');
      expect(sourceOf({ metricSourceRef: 'prometheus' }, 'thanos')).toBe(
        'prometheus',
      );
    });

    it('must be one for both parts of a ratio', () => {
      const ratioMetric = {
        bad: metric('bad', 'stability'),
        total: metric('total'),
      };
      expect(
        faultsOf(
          resolve(validSlo({ indicator: inlineIndicator({ ratioMetric }) })),
        ),
      ).toEqual([
        "spec.indicator.spec.ratioMetric.bad: reads bad from 'stability' and total from 'prometheus', and events of two sources cannot be put into one ratio; let both name the same metricSourceRef",
      ]);
      expect(
        faultsOf(
          resolve(validSlo({ indicator: null, indicatorRef: 'checkout-p95' }), {
            slis: [validSli({ ratioMetric })],
          }),
        ),
      ).toEqual([
        expect.stringContaining(
          "spec.indicatorRef: reads bad from 'stability'",
        ),
      ]);
    });
  });

  it('refuses slices that do not line up with the ledger', () => {
    const objectives = resolve(
      validSlo({
        budgetingMethod: 'Timeslices',
        objectives: [
          { target: 0.9, timeSliceTarget: 0.9, timeSliceWindow: '7m' },
        ],
      }),
    );
    expect(faultsOf(objectives)).toEqual([
      'spec.objectives[0].timeSliceWindow: does not line up with the 5 minutes in which Plimsoll counts; write 1m, 5m or a multiple of 5m',
    ]);
    expect(objectives[0].known).toMatchObject({
      unit: 'slices',
      budgeting: { method: 'timeslices', sliceSeconds: 420 },
    });
  });

  describe('composite', () => {
    const refused = expect.stringMatching(
      /^spec\.objectives: is a composite, .*write one SLO for each indicator/,
    );
    const objective = (name: string, rest: JsonObject = {}) => ({
      displayName: name,
      target: 0.9,
      ...rest,
    });

    it.each<[string, JsonObject]>([
      [
        'indicators of the objectives',
        {
          indicator: null,
          objectives: [
            objective('One', { indicatorRef: 'checkout-p95' }),
            objective('Two', { indicatorRef: 'checkout-p95' }),
          ],
        },
      ],
      [
        'indicators and weights',
        {
          indicator: null,
          objectives: [
            objective('One', { indicatorRef: 'checkout-p95' }),
            objective('Two', {
              indicatorRef: 'checkout-p95',
              compositeWeight: 0.5,
            }),
          ],
        },
      ],
      [
        'a weight',
        {
          objectives: [
            objective('One', { compositeWeight: 1 }),
            objective('Two', { compositeWeight: 0.5 }),
          ],
        },
      ],
    ])('is refused as a whole, by %s', (_, spec) => {
      const objectives = resolve(validSlo(spec), { slis: [ratioSli] });
      expect(faultsOf(objectives)).toEqual([refused, refused]);
      expect(objectives.map(({ definition }) => definition)).toEqual([
        undefined,
        undefined,
      ]);
    });

    it('is none of objectives that share an indicator, with the weight that adds nothing', () => {
      const objectives = resolve(
        validSlo({
          objectives: [
            objective('One', { compositeWeight: 1 }),
            objective('Two'),
          ],
        }),
      );
      expect(faultsOf(objectives)).toEqual([]);
    });
  });

  it('puts a ref without a namespace into that of the SLO', () => {
    expect(resolve(validSlo(), { namespace: 'shop' })[0]).toMatchObject({
      key: { ref: 'slo:shop/checkout-availability' },
      entityRef: 'component:shop/checkout',
    });
    expect(
      resolve(validSlo({ service: 'system:default/store' }), {
        namespace: 'shop',
      })[0].entityRef,
    ).toBe('system:default/store');
  });
});
