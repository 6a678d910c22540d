import { parseAllDocuments } from 'yaml';
import { SHOP_KART_DOCUMENTS } from './__fixtures__/shopKart';
import {
  validAlertCondition,
  validAlertPolicy,
  validSli,
  validSlo,
} from './__fixtures__/validDocuments';
import { faultsOf, warningsOf } from './__fixtures__/faultsOf';
import { parseOpenSloDocument } from './parseDocument';

describe('parseOpenSloDocument', () => {
  it('gives valid documents back as they were written', () => {
    for (const value of [validSlo(), validSli()]) {
      expect(parseOpenSloDocument(value)).toEqual({
        document: value,
        warnings: [],
      });
    }
    for (const value of [validAlertPolicy(), validAlertCondition()]) {
      expect(parseOpenSloDocument(value)).toEqual({
        document: value,
        warnings: [
          {
            path: 'spec',
            message: expect.stringContaining('has no effect yet'),
          },
        ],
      });
    }
  });

  it('reads the five objectives of ShopKart', () => {
    const documents = parseAllDocuments(SHOP_KART_DOCUMENTS).map(document =>
      document.toJSON(),
    );
    expect(documents).toHaveLength(6);
    for (const value of documents) {
      expect(parseOpenSloDocument(value)).toEqual({
        document: value,
        warnings: [],
      });
    }
  });

  it('reads both spellings of the version, and no other', () => {
    expect(faultsOf({ ...validSlo(), apiVersion: 'openslo.com/v1' })).toEqual(
      [],
    );
    expect(
      faultsOf({
        apiVersion: 'openslo.com/v2alpha',
        kind: 'SLO',
        metadata: { name: 'a' },
        spec: { of: 'another version' },
      }),
    ).toEqual([
      'apiVersion: is none of openslo/v1, openslo.com/v1; write openslo/v1, the version that Plimsoll reads',
    ]);
  });

  it('does not judge the spec of a kind that it does not know', () => {
    expect(faultsOf({ ...validSlo(), kind: 'slo' })).toEqual([
      "kind: is 'slo'; did you mean 'SLO'?",
    ]);
    expect(faultsOf({ ...validSlo(), kind: 'Dashboard' })).toEqual([
      'kind: is none of SLO, SLI, AlertPolicy, AlertCondition, DataSource, Service, AlertNotificationTarget; write SLO or SLI',
    ]);
  });

  it.each([
    [undefined, 'is missing'],
    [null, 'is missing'],
    ['text', 'is text where a mapping belongs'],
    [7, 'is a number where a mapping belongs'],
    [true, 'is true where a mapping belongs'],
    [[validSlo()], 'is a list where a mapping belongs'],
  ])('says that %p is no document, once', (value, message) => {
    expect(faultsOf(value)).toEqual([
      `$: ${message}; write apiVersion, kind, metadata and spec`,
    ]);
  });

  it('lists every fault of a document at once, with its place', () => {
    expect(
      faultsOf({
        apiVersion: 'openslo/v1',
        kind: 'SLO',
        metadata: { name: 'Checkout Availability', tier: 1 },
        spec: {
          sevice: 'checkout',
          indicatorRef: 'checkout',
          timeWindow: [],
          budgetingMethod: 'occurrences',
          objectives: [{ target: 99.9 }, {}],
        },
        extra: true,
      }),
    ).toEqual([
      'extra: is not known here; remove it, or say it in metadata.annotations',
      'metadata.tier: is not known here; remove it, or say it in metadata.annotations',
      "metadata.name: is no name; use at most 63 of a-z, 0-9 and '-', with a letter or a digit at both ends",
      "spec.sevice: is not known here; did you mean 'service'?",
      "spec.budgetingMethod: is 'occurrences'; did you mean 'Occurrences'?",
      'spec.service: is missing; name the component that it measures, or write the ref of a Component, System or API',
      'spec.timeWindow: has 0 items; write exactly one window, for instance [{ duration: 30d, isRolling: true }]',
      'spec.objectives[0].target: is 99.9, and a share is below 1; did you mean targetPercent: 99.9?',
      'spec.objectives[1].target: is missing; write the share that must be good, target: 0.999 or targetPercent: 99.9',
    ]);
  });

  it('keeps at most a hundred faults of a document that is nothing but faults', () => {
    const spec = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`field${index}`, index]),
    );
    expect(faultsOf({ ...validSlo(), spec })).toHaveLength(100);
  });

  describe('inert kinds', () => {
    it.each(['DataSource', 'Service', 'AlertNotificationTarget'])(
      'accepts a %s and forgets its spec',
      kind => {
        expect(
          parseOpenSloDocument({
            apiVersion: 'openslo/v1',
            kind,
            metadata: { name: 'main' },
            spec: {
              type: 'Prometheus',
              connectionDetails: { url: 'https://prom', password: 'hunter2' },
            },
          }),
        ).toEqual({
          document: {
            apiVersion: 'openslo/v1',
            kind,
            metadata: { name: 'main' },
            spec: {},
          },
          warnings: [],
        });
      },
    );

    it('accepts them without a spec, as the catalog holds them', () => {
      expect(
        faultsOf({
          apiVersion: 'openslo/v1',
          kind: 'DataSource',
          metadata: { name: 'main' },
        }),
      ).toEqual([]);
    });

    it('still wants a name that a document can have', () => {
      expect(
        faultsOf({ apiVersion: 'openslo/v1', kind: 'Service', metadata: {} }),
      ).toEqual([
        'metadata.name: is missing; give it a name of its own, best <component>-<what it measures>',
      ]);
    });
  });

  describe('entities of the catalog', () => {
    const entity = {
      ...validSlo(),
      metadata: {
        name: 'checkout-availability',
        namespace: 'shop',
        title: 'Checkout availability',
        description: 'What the SLO says',
        uid: '1',
        etag: '2',
        tags: ['slo'],
        links: [{ url: 'https://example.com' }],
        annotations: {
          'backstage.io/managed-by-location':
            'url:https://example.com/slo.yaml',
        },
      },
      relations: [{ type: 'measures', targetRef: 'component:shop/checkout' }],
      status: { items: [] },
    };

    it('are read without a word about what the catalog adds', () => {
      const parsed = parseOpenSloDocument(entity, { fromCatalog: true });
      expect(parsed.warnings).toEqual([]);
      expect(parsed.document?.metadata).toEqual({
        name: 'checkout-availability',
        namespace: 'shop',
        annotations: entity.metadata.annotations,
      });
    });

    it('may not be written by hand, but for metadata that other tools refuse', () => {
      expect(faultsOf(entity)).toEqual([
        'relations: is not known here; remove it, or say it in metadata.annotations',
        'status: is not known here; remove it, or say it in metadata.annotations',
      ]);
      const { relations, status, ...document } = entity;
      expect(faultsOf(document)).toEqual([]);
      expect(warningsOf(document)).toContain(
        "metadata.namespace: is Backstage's own; other OpenSLO tools refuse this document",
      );
    });
  });
});
