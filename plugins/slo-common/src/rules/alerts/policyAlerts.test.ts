import { rulesOf, ruleNamed } from '../testUtils/rulesOf';
import { sloDocument } from '../testUtils/sloDocument';

function documentWith(
  condition: Record<string, unknown>,
  policy: Record<string, unknown> = {},
) {
  return sloDocument({
    spec: {
      alertPolicies: [
        {
          kind: 'AlertPolicy',
          metadata: { name: 'own' },
          spec: {
            ...policy,
            conditions: [
              {
                kind: 'AlertCondition',
                metadata: { name: 'own' },
                spec: {
                  severity: '{{ $labels.slo }}',
                  condition: {
                    kind: 'burnrate',
                    op: 'gte',
                    threshold: 2,
                    lookbackWindow: '1h',
                    ...condition,
                  },
                },
              },
            ],
            notificationTargets: [{ targetRef: 'on-call' }],
          },
        },
      ],
    },
  });
}

const namesOf = (document: Record<string, unknown>) =>
  rulesOf([document], { part: 'objectives' })
    .groups.flatMap(({ rules }) => rules)
    .flatMap(rule => ('alert' in rule ? [rule.alert] : []));

describe('policyAlerts', () => {
  it('reads a recorded window, and computes any other', () => {
    const recorded = ruleNamed(rulesOf([documentWith({})]), 'SLOPolicyBurn');
    expect(recorded).toMatchObject({
      expr: 'slo:burn_rate:1h{slo="slo:default/checkout",objective="served"} >= 2',
      labels: { severity: '{{ "{{" }} $labels.slo }}', policy: 'own' },
    });
    expect(recorded).not.toHaveProperty('for');
    const computed = ruleNamed(
      rulesOf([
        documentWith({ lookbackWindow: '3h', op: 'gt', alertAfter: '90m' }),
      ]),
      'SLOPolicyBurn',
    );
    expect(computed).toMatchObject({ for: '90m' });
    expect(computed.expr).toContain(
      'slo:sli_bad:rate5m{slo="slo:default/checkout",objective="served"}[10799999ms:5m]',
    );
    expect(computed.expr).toMatch(/> 2$/);
  });

  it('alerts where it is told to, and by default on a breach', () => {
    const pairs = ['SLOFastBurn', 'SLOSlowBurn'];
    expect(namesOf(documentWith({}))).toEqual([...pairs, 'SLOPolicyBurn']);
    expect(
      namesOf(
        documentWith({}, { alertWhenBreaching: false, alertWhenNoData: true }),
      ),
    ).toEqual([...pairs, 'SLONoData']);
  });

  it.each([
    [{ op: 'lte' }, 'op lte would alert while nothing burns'],
    [{ op: 'lt' }, 'write gte or gt'],
    [{ threshold: 1_001 }, 'threshold 1001 can never be reached'],
    [{ op: 'gt', threshold: 1_000 }, 'burns 1000 times too fast'],
    [{ lookbackWindow: '4m' }, 'lookbackWindow 4m is shorter than the 5m'],
  ])('refuses %j with its place and the mend', (condition, message) => {
    const { groups, notices } = rulesOf([documentWith(condition)]);
    const alerts = groups.at(-1)?.rules ?? [];
    expect(alerts).toHaveLength(2);
    expect(notices).toEqual([
      {
        about: 'policy',
        subject: 'slo:default/checkout#served',
        path: 'spec.alertPolicies[0]',
        message: expect.stringContaining(message),
      },
    ]);
  });

  it.each([
    ['7m', '5m', '10m'],
    ['59m', '55m', '1h'],
    ['61m', '1h', '65m'],
  ])(
    'says that %s is measured over another window, and names the neighbours',
    (lookbackWindow, below, above) => {
      const { notices, ...rules } = rulesOf([documentWith({ lookbackWindow })]);
      expect(notices).toEqual([
        {
          about: 'policy',
          subject: 'slo:default/checkout#served',
          path: 'spec.alertPolicies[0]',
          message: expect.stringMatching(
            new RegExp(
              `looks back over ${lookbackWindow}, and is measured over ${above}.*write ${below} or ${above}$`,
            ),
          ),
        },
      ]);
      expect(ruleNamed({ ...rules, notices }, 'SLOPolicyBurn')).toBeDefined();
    },
  );

  it('takes a threshold that an outage just reaches', () => {
    const { notices } = rulesOf([documentWith({ threshold: 1_000 })]);
    expect(notices).toEqual([]);
  });
});
