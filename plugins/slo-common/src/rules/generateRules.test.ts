import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { rulesOf, ruleNamed } from './testUtils/rulesOf';
import { promql, sloDocument } from './testUtils/sloDocument';
import { TWO_DOCUMENTS, twoObjectives } from './testUtils/twoObjectives';
import { generateRules } from './generateRules';
import { objectivesOfDocuments } from './documents/objectivesOfDocuments';
import { renderRules } from './render/renderRules';

const DOCUMENTS = TWO_DOCUMENTS;

function golden(name: string): string {
  return readFileSync(join(__dirname, '__fixtures__', name), 'utf8');
}

describe('generateRules', () => {
  it('is the golden file', () => {
    expect(twoObjectives()).toBe(golden('two-objectives.yaml'));
  });

  it('is the same text in whatever order documents come', () => {
    expect(twoObjectives(DOCUMENTS.toReversed())).toBe(twoObjectives());
  });

  it('records three series an objective, and a constant number for all', () => {
    const counts = [1, 5].map(count => {
      const { groups } = rulesOf(
        Array.from({ length: count }, (_, index) =>
          sloDocument({ name: `slo-${index}` }),
        ),
      );
      return groups
        .flatMap(({ rules }) => rules)
        .filter(rule => 'record' in rule).length;
    });
    expect(counts[1] - counts[0]).toBe(4 * 3);
  });

  it('parts what a repository brings from what is needed once', () => {
    const [all, objectives, fleet] = (
      ['all', 'objectives', 'fleet'] as const
    ).map(part => rulesOf(DOCUMENTS, { part }).groups.map(({ name }) => name));
    expect(fleet).toEqual(['plimsoll-slo-burn-rates']);
    expect(all.filter(name => !fleet.includes(name))).toEqual(objectives);
    expect(new Set(all).size).toBe(all.length);
  });

  it('refuses impossible pairs with an explanation', () => {
    const { notices } = rulesOf([DOCUMENTS[1]]);
    expect(notices).toEqual([
      {
        about: 'pair',
        subject: 'slo:default/cart#served',
        path: 'spec.objectives',
        message: expect.stringContaining('it could never fire'),
      },
      {
        about: 'pair',
        subject: 'slo:default/cart#served',
        path: 'spec.timeWindow',
        message: expect.stringContaining('more than a quarter of a window'),
      },
    ]);
  });

  it('scales factors to the window, and asks slices for two of them', () => {
    const rules = rulesOf([
      sloDocument({
        window: '90d',
        objective: { timeSliceTarget: 0.95, timeSliceWindow: '5m' },
        spec: { budgetingMethod: 'Timeslices' },
      }),
    ]);
    const { expr } = ruleNamed(rules, 'SLOFastBurn');
    expect(expr).toContain('> 43.2');
    expect(expr).toContain('> 18');
    expect(expr).toContain('>= 2');
  });

  it('asks for no number of slices where slices are bad in part', () => {
    const rules = rulesOf([
      sloDocument({
        objective: { timeSliceWindow: '5m' },
        spec: { budgetingMethod: 'RatioTimeslices' },
      }),
    ]);
    const { expr } = ruleNamed(rules, 'SLOFastBurn');
    expect(expr).toContain('> 14.4');
    expect(expr).not.toContain('>=');
  });

  it.each([
    [1_800, ['1h', '6h', '1d', '3d'], []],
    [3_600, ['6h', '1d', '3d'], ['1h']],
    [21_600, ['1d', '3d'], ['1h', '6h']],
    [86_400, ['3d'], ['1h', '6h', '1d']],
  ])(
    'leaves out pairs that never see two bad slices of %d s, and says so',
    (seconds, longs, refused) => {
      const rules = rulesOf([
        sloDocument({
          objective: {
            target: 0.99,
            timeSliceTarget: 0.95,
            timeSliceWindow: `${seconds / 60}m`,
          },
          spec: { budgetingMethod: 'Timeslices' },
        }),
      ]);
      const alerts = rules.groups
        .at(-1)!
        .rules.map(({ expr }) => expr)
        .join('\n');
      expect(
        Array.from(alerts.matchAll(/bad_events:(\w+)/g), ([, long]) => long),
      ).toEqual(longs);
      expect(rules.notices).toEqual(
        refused.map(long => ({
          about: 'pair',
          subject: 'slo:default/checkout#served',
          path: 'spec.objectives',
          message: expect.stringMatching(
            new RegExp(`^the pair ${long}/.*two bad slices, and ${long} holds`),
          ),
        })),
      );
    },
  );

  it.each([
    'scalar(sum(up))',
    'time()',
    'rate(x)',
    'histogram_quantile(sum by (le) (x), 0.9)',
    'sum(x{code=~"5["})',
  ])('makes no rule of %s, which costs Prometheus the whole file', query => {
    const { groups, notices } = rulesOf(
      [
        sloDocument({
          objective: { op: 'lte', value: 1 },
          spec: {
            indicator: {
              metadata: { name: 'i' },
              spec: { thresholdMetric: promql(query) },
            },
          },
        }),
      ],
      { part: 'objectives' },
    );
    expect(groups).toEqual([]);
    expect(notices).toEqual([
      expect.objectContaining({
        about: 'objective',
        path: 'spec.indicator.spec.thresholdMetric.metricSource.spec.query',
      }),
    ]);
  });

  it('makes nothing for a source that is not known, and tells the place', () => {
    const { groups, notices } = rulesOf([DOCUMENTS[0]], {
      part: 'objectives',
      settingsOf: () => undefined,
    });
    expect(groups).toEqual([]);
    expect(notices).toEqual([
      {
        about: 'objective',
        subject: 'slo:default/checkout#served',
        path: 'spec.indicator.spec.ratioMetric.total.metricSource.metricSourceRef',
        message: expect.stringContaining("names 'prometheus', which is no"),
      },
    ]);
  });

  it('says where rules for several sources stand together, and takes one', () => {
    const both = [
      sloDocument({ name: 'eu' }),
      JSON.parse(
        JSON.stringify(sloDocument({ name: 'us' })).replaceAll(
          '"type":"Prometheus"',
          '"metricSourceRef":"us"',
        ),
      ),
    ];
    const slos = (options: Parameters<typeof rulesOf>[1]) =>
      rulesOf(both, { part: 'objectives', ...options });
    expect(slos({}).notices).toEqual([
      expect.objectContaining({
        about: 'source',
        message: expect.stringContaining('(prometheus, us)'),
      }),
    ]);
    const one = slos({ source: 'us' });
    expect(one.notices).toEqual([]);
    expect(one.groups.map(({ name }) => name)).toEqual([
      'slo:default/us#served series',
      'slo:default/us#served alerts',
    ]);
    const known = rulesOf([DOCUMENTS[0]], { knownSources: ['us'] });
    expect(known.notices).toHaveLength(1);
    const fleet = rulesOf(both, { part: 'fleet', knownSources: ['a', 'b'] });
    expect(fleet.notices).toEqual([]);
  });

  it('tells the place of a query that cannot become a rule', () => {
    const { groups, notices } = rulesOf(
      [
        sloDocument({
          spec: {
            indicator: {
              metadata: { name: 'i' },
              spec: {
                ratioMetric: {
                  counter: true,
                  bad: promql('irate(a[{{.window}}])'),
                  total: promql('sum(b)'),
                },
              },
            },
          },
        }),
      ],
      { part: 'objectives' },
    );
    expect(groups).toEqual([]);
    expect(notices).toEqual([
      {
        about: 'objective',
        subject: 'slo:default/checkout#served',
        path: 'spec.indicator.spec.ratioMetric.bad.metricSource.spec.query',
        message: expect.stringContaining('irate looks at two samples'),
      },
    ]);
  });

  it('makes no second set of rules of a name that is taken', () => {
    const { groups, notices } = rulesOf([DOCUMENTS[0], DOCUMENTS[0]], {
      part: 'objectives',
    });
    expect(groups).toHaveLength(2);
    expect(notices).toEqual([
      expect.objectContaining({
        about: 'objective',
        path: 'metadata.name',
        message: expect.stringContaining('name of two documents'),
      }),
    ]);
  });
});

describe('renderRules', () => {
  it('wraps the same groups for the operator', () => {
    const rules = rulesOf(DOCUMENTS);
    const plain = parse(renderRules(rules));
    expect(
      parse(renderRules({ ...rules, format: 'prometheusrule', name: 'shop' })),
    ).toEqual({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: { name: 'shop' },
      spec: plain,
    });
    expect(plain.groups).toEqual(rules.groups);
  });

  it('parts what is too large for a cluster into several resources', () => {
    const groups = Array.from({ length: 30 }, (_, index) => ({
      name: `group-${index}`,
      rules: [{ record: 'a', expr: '\u00e4'.repeat(50_000) }],
    }));
    const text = renderRules({ groups, notices: [], format: 'prometheusrule' });
    const resources = parseAllDocuments(text).map(one => one.toJS());
    expect(resources.map(({ metadata }) => metadata.name)).toEqual([
      'plimsoll-slo-rules',
      'plimsoll-slo-rules-2',
      'plimsoll-slo-rules-3',
      'plimsoll-slo-rules-4',
    ]);
    expect(resources.flatMap(({ spec }) => spec.groups)).toEqual(groups);
    text
      .split('---\n')
      .forEach(one => expect(Buffer.byteLength(one)).toBeLessThan(1_100_000));
  });

  it('is a file without groups where there is nothing', () => {
    const rules = { groups: [], notices: [] };
    expect(parse(renderRules(rules))).toEqual({ groups: [] });
    expect(
      parse(renderRules({ ...rules, format: 'prometheusrule' })).spec,
    ).toEqual({ groups: [] });
  });

  it('property: no text of a document changes the shape of the file', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    const [objective] = objectivesOfDocuments([
      { value: DOCUMENTS[0] },
    ]).objectives;
    fc.assert(
      fc.property(text, text, text, (displayName, owner, message) => {
        const { groups } = generateRules({
          objectives: [
            {
              ...objective,
              owner,
              definition: { ...objective.definition, displayName },
            },
          ],
          part: 'objectives',
        });
        const yaml = renderRules({
          groups,
          notices: [{ about: 'pair', subject: owner, path: owner, message }],
        });
        const read = parse(yaml);
        expect(Object.keys(read)).toEqual(['groups']);
        expect(read.groups.map(({ name }: { name: string }) => name)).toEqual(
          groups.map(({ name }) => name),
        );
        expect(read.groups[1].rules[0].labels.owner).toBe(
          Buffer.from(owner.replaceAll('{{', '{{ "{{" }}')).toString(),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
