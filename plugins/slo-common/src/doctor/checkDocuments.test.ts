import fc from 'fast-check';
import { SHOP_KART_DOCUMENTS } from '../openslo/__fixtures__/shopKart';
import {
  metric,
  validSli,
  validSlo,
} from '../openslo/__fixtures__/validDocuments';
import type { SliDocument } from '../openslo/SliDocument';
import { textOf, sloText } from './__fixtures__/sloText';
import { checkDocuments, type CheckDocumentsOptions } from './checkDocuments';
import { checkInspection } from './checkInspection';
import { sortFindings, type Finding } from './Finding';
import { readCheckFiles, readCheckText } from './readCheckText';

const check = (
  text: string,
  options: Omit<CheckDocumentsOptions, 'text'> = {},
) => checkDocuments({ text: readCheckText(text), ...options });

describe('checkDocuments', () => {
  it('finds no error in the documents of the demo world', () => {
    const { findings, objectives, objectiveCount } = check(SHOP_KART_DOCUMENTS);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(objectives).toHaveLength(5);
    // recovery within 90 % is measured from facts, which make no alerts
    expect(findings.filter(({ check: about }) => about === 'pairs')).toEqual(
      [],
    );
    expect(objectiveCount).toBe(5);
    expect(objectives[0]).toMatchObject({
      document: 'SLO checkout-availability',
      definition: { ref: 'slo:default/checkout-availability' },
      place: { path: 'spec.indicator' },
      paths: { target: 'spec.objectives[0].targetPercent' },
    });
    expect(objectives[1].place).toEqual({
      path: 'spec.indicatorRef',
      indicatorRef: 'checkout-p95',
    });
  });

  it('says which document a fault is in, what is wrong and the mend', () => {
    const { findings, objectives } = check(
      textOf(validSlo({ service: '' }), { kind: 'SLO' }, 7),
    );
    expect(objectives).toEqual([]);
    expect(findings.map(({ document }) => document)).toEqual(
      expect.arrayContaining([
        'SLO checkout-availability',
        'document 2',
        'document 3',
      ]),
    );
    const [first] = findings;
    expect(first).toMatchObject({
      severity: 'error',
      check: 'document',
      path: 'spec.service',
    });
    expect(first.fix).not.toBe('');
    expect(first.message).not.toContain(first.fix);
  });

  it('finds two documents of one name', () => {
    const { findings, objectiveCount } = check(textOf(validSlo(), validSlo()));
    expect(objectiveCount).toBe(1);
    expect(findings).toEqual([
      expect.objectContaining({ severity: 'error', path: 'metadata.name' }),
    ]);
  });

  it('asks the source, and tells its faults where the author can mend them', () => {
    const { findings, objectives } = check(sloText(), {
      sourceFaults: ({ place }) => [
        {
          path: `${place.path}.spec.ratioMetric.total.metricSource.spec.query`,
          message: 'counts nothing; write rate(x[{{.window}}])',
        },
      ],
    });
    expect(objectives).toEqual([]);
    expect(findings).toEqual([
      {
        severity: 'error',
        check: 'query',
        document: 'SLO checkout-availability',
        path: 'spec.indicator.spec.ratioMetric.total.metricSource.spec.query',
        message: 'counts nothing',
        fix: 'Write rate(x[{{.window}}])',
      },
    ]);
  });

  it('takes an SLI of the text, and else one from beside it', () => {
    const slo = validSlo({
      indicator: undefined,
      indicatorRef: 'checkout-p95',
    });
    const sli = validSli({
      ratioMetric: { good: metric('g'), total: metric('t') },
    });
    expect(check(textOf(slo, sli)).objectives).toHaveLength(1);
    const { findings } = check(textOf(slo));
    expect(findings[0]).toMatchObject({ path: 'spec.indicatorRef' });
    const asked: string[] = [];
    const { objectives } = check(textOf(slo), {
      resolveIndicator: ({ namespace, name }) => {
        asked.push(`${namespace}/${name}`);
        return sli as unknown as SliDocument;
      },
    });
    expect(asked).toEqual(['default/checkout-p95']);
    expect(objectives).toHaveLength(1);
  });

  it('says once what all objectives of a document share', () => {
    const objectives = [1, 2, 3].map(number => ({
      displayName: `Objective ${number}`,
      target: 0.999,
    }));
    const { findings, objectiveCount } = check(
      sloText({ objectives, alertPolicies: [{ alertPolicyRef: 'a' }] }),
    );
    expect(objectiveCount).toBe(3);
    expect(findings.map(({ severity, path }) => [severity, path])).toEqual([
      ['info', 'spec.alertPolicies'],
    ]);
    const texts = findings.map(finding => JSON.stringify(finding));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('survives every text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), value => {
        const { findings } = check(
          textOf({ ...validSlo(), spec: value }, value),
        );
        expect(findings.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('readCheckFiles', () => {
  it('names the file, and lets documents of several files name each other', () => {
    const slo = validSlo({
      indicator: undefined,
      indicatorRef: 'checkout-p95',
    });
    const sli = validSli({
      ratioMetric: { good: metric('g'), total: metric('t') },
    });
    const { findings, objectives } = checkDocuments({
      text: readCheckFiles([
        { name: 'slo.yaml', text: textOf(slo) },
        { name: 'sli.yaml', text: textOf(sli) },
        { name: 'broken.yaml', text: '{' },
      ]),
    });
    expect(objectives.map(({ document }) => document)).toEqual([
      'slo.yaml: SLO checkout-availability',
    ]);
    expect(findings).toEqual([
      expect.objectContaining({
        document: 'broken.yaml',
        path: expect.stringMatching(/^line 1/),
      }),
    ]);
  });

  it("leaves other programs' files alone where they merely lay there", () => {
    const files = [
      { name: 'compose.yaml', text: 'services: {}' },
      { name: 'template.yaml', text: '{{ if' },
      { name: 'slo.yaml', text: textOf({ ...validSlo(), spec: {} }) },
    ];
    const { findings } = readCheckFiles(
      files.map(file => ({ ...file, isFound: true })),
    );
    expect(new Set(findings.map(({ document }) => document))).toEqual(
      new Set(['slo.yaml: SLO checkout-availability']),
    );
    expect(readCheckFiles(files).findings.length).toBeGreaterThan(
      findings.length,
    );
  });
});

describe('readCheckFiles of files that are named', () => {
  it('leaves entities of the catalog alone, and tells of all else', () => {
    const files = [
      { name: 'slo.yaml', text: textOf(validSlo()) },
      {
        name: 'catalog-info.yaml',
        text: 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: a }\n',
      },
    ];
    expect(readCheckFiles(files)).toMatchObject({
      documents: [{ label: expect.stringMatching(/^slo\.yaml: SLO /) }],
      findings: [],
    });
    const other = {
      name: 'app.yaml',
      text: 'apiVersion: apps/v1\nkind: Deployment\n',
    };
    expect(readCheckFiles([...files, other]).findings[0]).toMatchObject({
      severity: 'error',
      document: expect.stringMatching(/^app\.yaml: /),
    });
  });
});

describe('readCheckFiles of a folder', () => {
  it.each([
    ['a bracket too many', (text: string) => `${text}}`],
    ['too many characters', (text: string) => text + '#'.repeat(262_144)],
    ['too many documents', (text: string) => text + '---\na: 1\n'.repeat(200)],
  ])('tells of an OpenSLO file with %s beside a good one', (_, spoil) => {
    const good = textOf(validSlo());
    const { findings, documents } = readCheckFiles([
      { name: 'slo/cart.yaml', text: good, isFound: true },
      { name: 'slo/checkout.yaml', text: spoil(good), isFound: true },
    ]);
    expect(documents).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      document: 'slo/checkout.yaml',
    });
  });
});

describe('checkInspection', () => {
  it('speaks of the SLI that an SLO names', () => {
    const slo = validSlo({
      indicator: undefined,
      indicatorRef: 'checkout-p95',
    });
    const [objective] = check(
      textOf(
        slo,
        validSli({ ratioMetric: { good: metric('g'), total: metric('t') } }),
      ),
    ).objectives;
    const findings = checkInspection({
      objective,
      at: 1_763_000_000,
      inspection: {
        queries: [
          {
            role: 'total',
            path: 'spec.indicator.spec.ratioMetric.total.metricSource.spec.query',
            answers: 2,
            differingLabels: ['pod'],
            selectors: [],
          },
        ],
        unitsPerDay: 2,
        unanswered: [{ path: 'spec.indicator.spec', message: 'too slow' }],
      },
    });
    expect(findings.map(({ check: about, path }) => [about, path])).toEqual([
      ['single-series', 'spec.indicatorRef'],
      ['volume', 'spec.objectives[0].target'],
      ['source', 'spec.indicatorRef'],
    ]);
    expect(findings[0].message).toContain("of the SLI 'checkout-p95'");
    expect(findings.every(({ document }) => document.startsWith('SLO '))).toBe(
      true,
    );
  });
});

describe('sortFindings', () => {
  it('puts errors first and keeps the order within', () => {
    const finding = (severity: Finding['severity'], path: string): Finding => ({
      severity,
      check: 'document',
      document: 'd',
      path,
      message: 'm',
      fix: 'f',
    });
    expect(
      sortFindings([
        finding('info', 'a'),
        finding('error', 'b'),
        finding('warning', 'c'),
        finding('error', 'd'),
      ]).map(({ path }) => path),
    ).toEqual(['b', 'd', 'c', 'a']);
  });
});
