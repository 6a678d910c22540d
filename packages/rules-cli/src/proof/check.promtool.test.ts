import {
  generateRules,
  objectivesOfDocuments,
  renderRules,
} from '@plimsoll/plugin-slo-common/rules';
import { checkPattern, checkTypes } from '@plimsoll/promql';
import {
  promql,
  rulesOf,
  sloDocument,
  twoObjectives,
} from '@plimsoll/plugin-slo-common/testUtils';
import {
  checkRules,
  findPromtool,
} from '@plimsoll/prometheus-client/testUtils';

const promtool = findPromtool() ?? '';
const describeOnPromtool = promtool ? describe : describe.skip;

/** A rule file of one query that stands there as it is. */
function fileOf(query: string): string {
  return renderRules({
    groups: [{ name: 'g', rules: [{ record: 'r', expr: query }] }],
    notices: [],
  });
}

function thresholdOf(query: string) {
  return sloDocument({
    objective: { op: 'lte', value: 1 },
    spec: {
      indicator: {
        metadata: { name: 'i' },
        spec: { thresholdMetric: promql(query) },
      },
    },
  });
}

describeOnPromtool('queries that cost Prometheus the whole file', () => {
  it.each([
    // The first is refused at once, the others in the rule made of them.
    ['sum(rate(x{code=~"5["}[5m]))', (query: string) => query],
    ['scalar(sum(up))', (query: string) => `avg(${query})`],
    ['time()', (query: string) => `avg(${query})`],
    ['rate(x)', (query: string) => `avg(${query})`],
    [
      'histogram_quantile(sum by (le) (x), 0.9)',
      (query: string) => `avg(${query})`,
    ],
    ['mad_over_time(x[5m])', (query: string) => `avg(${query})`],
  ])('%s becomes no rule beside a good one', (query, inRule) => {
    expect(() => checkRules(promtool, fileOf(inRule(query)))).toThrow();
    const rules = rulesOf([sloDocument({ name: 'good' }), thresholdOf(query)]);
    expect(rules.notices).toEqual([
      expect.objectContaining({ subject: 'slo:default/checkout#served' }),
    ]);
    expect(() => checkRules(promtool, renderRules(rules))).not.toThrow();
  });

  it.each([
    'sum by (a) (x) / on (a) group_left (b) y > bool 1',
    'topk(3, x) or vector(0)',
    'quantile_over_time(0.9, x[5m]) - 2 ^ -1',
    'label_replace(x, "a", "$1", "b", "(.*)") unless on (a) y',
    'clamp(round(x, 0.1), 0, pi() % 2) * (1 == bool 1)',
    'day_of_week() < 6 and hour(vector(time())) >= 8',
    'predict_linear(x[1h], 3600) atan2 count_values("v", y)',
    'absent_over_time(x[5m]) or histogram_fraction(0, 1, h)',
  ])('%s is taken by both', query => {
    expect(() => checkTypes(query)).not.toThrow();
    expect(() => checkRules(promtool, fileOf(query))).not.toThrow();
  });
});

describeOnPromtool('regular expressions, by promtool', () => {
  const takes = (check: () => void) => {
    try {
      check();
      return true;
    } catch {
      return false;
    }
  };

  it.each([
    ...['', 'a|b||', '()(?:x)(?i:y)(?P<n>a)', 'a{,2}', '[]a-]+', '^*', 'a??'],
    ...['[[:alpha:]\\d_-]', '\\Q*[(\\E+', '(?s-U:.*)', '[a[:]', '\\_\\.\\/'],
    ...['\\x{1F600}\\07\\123\\pL\\p{Greek}\\P{^Lu}', '(a{30}){30}', 'x{01}'],
    ...['5[', '[]', '(a', 'a)', '*', '(+)', 'a**', 'a*??', 'a{1001}', 'a{3,2}'],
    ...['(a{40}){40}', '(?=a)', '(?<!a)', '(?P<a>x)(?P<a>y)', '(a)\\1', 'a\\'],
    ...[
      '\\Z',
      '[\\b]',
      '\\x{110000}',
      '\\p{Nowhere}',
      '[[:alfa:]]',
      '[z-a]',
      '{2}',
    ],
  ])('%j is judged as Prometheus judges it', pattern => {
    const query = `x{a=~${JSON.stringify(pattern)}}`;
    expect(takes(() => checkPattern(pattern))).toBe(
      takes(() => checkRules(promtool, fileOf(query))),
    );
  });
});

describeOnPromtool('rule files, by promtool', () => {
  it('are accepted', () => {
    expect(() => checkRules(promtool, twoObjectives())).not.toThrow();
  });

  it('would be refused if a query were wrong', () => {
    const wrong = twoObjectives().replace('sum(rate(', 'sum(rte(');
    expect(() => checkRules(promtool, wrong)).toThrow('rte');
  });

  it.each(['\u0000"\n- a: b', "'{{ $x }}", '\u0085\u2028: #', '\ud800', '{{{'])(
    'are accepted whatever people call things: %j',
    text => {
      const [objective] = objectivesOfDocuments([
        { value: sloDocument() },
      ]).objectives;
      const rules = generateRules({
        objectives: [
          {
            ...objective,
            owner: text,
            definition: { ...objective.definition, displayName: text },
          },
        ],
      });
      expect(() => checkRules(promtool, renderRules(rules))).not.toThrow();
    },
  );
});
