import {
  ruleNamed,
  rulesOf,
  sloDocument,
} from '@plimsoll/plugin-slo-common/testUtils';
import {
  evaluateRules,
  findPromtool,
} from '@plimsoll/prometheus-client/testUtils';
import { checkFiring } from './__testUtils__/checkFiring';
import { trafficSeries } from './__testUtils__/trafficSeries';

const promtool = findPromtool() ?? '';
const describeOnPromtool = promtool ? describe : describe.skip;

const CALM_MINUTES = 90;
const calm = { minutes: CALM_MINUTES, perMinute: 600, failedPerMinute: 0 };

function policyDocument(condition: Record<string, unknown>) {
  return sloDocument({
    spec: {
      alertPolicies: [
        {
          kind: 'AlertPolicy',
          metadata: { name: 'own' },
          spec: {
            alertWhenBreaching: true,
            alertWhenNoData: true,
            conditions: [
              {
                kind: 'AlertCondition',
                metadata: { name: 'own' },
                spec: {
                  severity: 'critical',
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

describeOnPromtool('alerts, by the engine of Prometheus', () => {
  // The hour before holds no failure: 14.4 times too fast means that 1.44 % of
  // it has failed, so many minutes after the failures began.
  it.each([
    { share: 1, failedPerMinute: 600 },
    { share: 0.2, failedPerMinute: 120 },
    { share: 0.05, failedPerMinute: 30 },
  ])(
    'pages at most two evaluations after a burn of $share was to page',
    ({ share, failedPerMinute }) => {
      // Six hours, so that the pair of six hours does not page before.
      const calmMinutes = 360;
      const theory = calmMinutes + (60 * 14.4 * 0.001) / share;
      const before = Math.ceil(theory) - 1;
      expect(() =>
        checkFiring({
          promtool,
          document: sloDocument(),
          stretches: [
            { ...calm, minutes: calmMinutes },
            { minutes: 30, perMinute: 600, failedPerMinute },
          ],
          alert: 'SLOFastBurn',
          firing: { [before]: false, [Math.floor(theory) + 2]: true },
        }),
      ).not.toThrow();
    },
  );

  it('ends the page when the short windows are clean again', () => {
    expect(() =>
      checkFiring({
        promtool,
        document: sloDocument(),
        stretches: [
          calm,
          { minutes: 10, perMinute: 600, failedPerMinute: 600 },
          { minutes: 45, perMinute: 600, failedPerMinute: 0 },
        ],
        alert: 'SLOFastBurn',
        firing: { 90: false, 95: true, 100: true, 128: true, 132: false },
      }),
    ).not.toThrow();
  });

  it.each(['SLOFastBurn', 'SLOSlowBurn'])(
    'one failure of a quiet service raises no %s',
    alert => {
      const minutes = [91, 92, 93, 95, 100, 120, 180, 360];
      expect(() =>
        checkFiring({
          promtool,
          document: sloDocument(),
          stretches: [
            { minutes: 90, perMinute: 0.2, failedPerMinute: 0 },
            { minutes: 1, perMinute: 1, failedPerMinute: 1 },
            { minutes: 270, perMinute: 0.2, failedPerMinute: 0 },
          ],
          alert,
          firing: Object.fromEntries(minutes.map(minute => [minute, false])),
        }),
      ).not.toThrow();
    },
  );

  it('a first failure right after the rules were loaded pages nobody either', () => {
    expect(() =>
      checkFiring({
        promtool,
        document: sloDocument(),
        stretches: [
          { minutes: 6, perMinute: 1, failedPerMinute: 0 },
          { minutes: 1, perMinute: 1, failedPerMinute: 1 },
          { minutes: 20, perMinute: 1, failedPerMinute: 0 },
        ],
        alert: 'SLOFastBurn',
        firing: {
          7: false,
          8: false,
          9: false,
          10: false,
          15: false,
          25: false,
        },
      }),
    ).not.toThrow();
  });

  it('slices of time page by pairs that see two bad ones', () => {
    const outage = [
      { minutes: 480, perMinute: 600, failedPerMinute: 0 },
      { minutes: 240, perMinute: 600, failedPerMinute: 600 },
    ];
    const sliced = (timeSliceWindow: string) =>
      sloDocument({
        objective: { target: 0.99, timeSliceTarget: 0.95, timeSliceWindow },
        spec: { budgetingMethod: 'Timeslices' },
      });
    const page = { promtool, stretches: outage, alert: 'SLOFastBurn' };
    expect(() =>
      checkFiring({
        ...page,
        document: sliced('5m'),
        firing: { 480: false, 485: false, 496: true },
      }),
    ).not.toThrow();
    // Of an hour, two have ended badly after two hours; the pair of an hour
    // is left out, and that of six pages.
    expect(() =>
      checkFiring({
        ...page,
        document: sliced('60m'),
        firing: { 535: false, 545: false, 720: true },
      }),
    ).not.toThrow();
  });

  it('a slow burn gives a ticket and no page', () => {
    const slow = {
      promtool,
      document: sloDocument(),
      stretches: [{ minutes: 120, perMinute: 600, failedPerMinute: 2.4 }],
    };
    expect(() =>
      checkFiring({ ...slow, alert: 'SLOFastBurn', firing: { 110: false } }),
    ).not.toThrow();
    // Ten bad events are there after some minutes.
    expect(() =>
      checkFiring({
        ...slow,
        alert: 'SLOSlowBurn',
        firing: { 3: false, 110: true },
      }),
    ).not.toThrow();
  });

  it('a policy of the document adds its alert, after the time that it waits', () => {
    const burst = [calm, { minutes: 60, perMinute: 600, failedPerMinute: 60 }];
    // 2 times too fast over an hour: after 1.2 minutes of 10 %.
    const theory = CALM_MINUTES + 1.2;
    const policy = { promtool, stretches: burst, alert: 'SLOPolicyBurn' };
    expect(() =>
      checkFiring({
        ...policy,
        document: policyDocument({}),
        firing: { [CALM_MINUTES + 1]: false, [Math.ceil(theory) + 1]: true },
      }),
    ).not.toThrow();
    expect(() =>
      checkFiring({
        ...policy,
        document: policyDocument({ alertAfter: '10m' }),
        firing: { 100: false, 104: true },
      }),
    ).not.toThrow();
    expect(() =>
      checkFiring({
        ...policy,
        document: policyDocument({ lookbackWindow: '3h' }),
        // 0.36 % of what three hours hold, of which half has no samples yet.
        firing: { [CALM_MINUTES + 1]: false, 100: true },
      }),
    ).not.toThrow();
  });

  it('tells that nothing is measured where a policy asks for it', () => {
    expect(() =>
      checkFiring({
        promtool,
        document: policyDocument({}),
        stretches: [],
        alert: 'SLONoData',
        firing: { 10: false, 20: true },
      }),
    ).not.toThrow();
  });

  it('carries link, runbook and owner, and no name of others runs', () => {
    const hostile = '{{ query "up" }} "\\ {{ $labels.x }} `\n# {{{';
    const rules = rulesOf(
      [
        sloDocument({
          metadata: {
            annotations: {
              'plimsoll.dev/runbook-url': 'https://runbooks.example/checkout',
            },
          },
          objective: { displayName: hostile },
        }),
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout' },
          spec: { owner: 'payments' },
        },
      ],
      { portalUrl: 'https://portal.example/' },
    );
    const { series } = trafficSeries({
      job: 'checkout',
      stretches: [{ minutes: 10, perMinute: 600, failedPerMinute: 600 }],
      stepSeconds: 30,
    });
    const alert = ruleNamed(rules, 'SLOFastBurn');
    const labels = 'labels' in alert ? alert.labels : undefined;
    const act = () =>
      evaluateRules(promtool, {
        groups: rules.groups,
        evaluationInterval: '1m',
        tests: [
          {
            interval: '30s',
            input_series: series,
            alert_rule_test: [
              {
                alertname: 'SLOFastBurn',
                eval_time: '9m',
                exp_alerts: [
                  {
                    exp_labels: {
                      severity: 'page',
                      slo: 'slo:default/checkout',
                      objective: labels?.objective,
                      service: 'component:default/checkout',
                      owner: 'group:default/payments',
                    },
                    exp_annotations: {
                      summary: `${hostile} of component:default/checkout: the error budget burns fast`,
                      description:
                        'The promise is 99.9 % over 30d. Burn rate: 1000.00 (1 spends exactly the error budget).',
                      objective_url: `https://portal.example/catalog/default/component/checkout/slos?objective=slo%3Adefault%2Fcheckout%23${labels?.objective}`,
                      runbook_url: 'https://runbooks.example/checkout',
                      owner: 'group:default/payments',
                    },
                  },
                ],
              },
            ],
          },
        ],
      });
    expect(act).not.toThrow();
  });
});
