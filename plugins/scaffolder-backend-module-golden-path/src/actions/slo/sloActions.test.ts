import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { rulesOf, sloDocument } from '@plimsoll/plugin-slo-common/testUtils';
import { renderRules } from '@plimsoll/plugin-slo-common/rules';
import { parse, stringify } from 'yaml';
import { createSloCheckAction } from './createSloCheckAction';
import { createSloRulesAction } from './createSloRulesAction';

const CATALOG = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    annotations: {
      'plimsoll.dev/runbook-url': 'https://runbooks.example/checkout',
    },
  },
  spec: { owner: 'payments' },
};
const GOOD = sloDocument({ name: 'checkout' });
const WITHOUT_QUERY = sloDocument({
  name: 'checkout',
  spec: { indicator: undefined, indicatorRef: 'ghost' },
});

describe('the actions of objectives', () => {
  const workspace = createMockDirectory();

  async function run(
    action:
      | ReturnType<typeof createSloRulesAction>
      | ReturnType<typeof createSloCheckAction>,
    input: object = {},
    isDryRun = false,
  ) {
    const outputs: Record<string, unknown> = {};
    const context = createMockActionContext({
      workspacePath: workspace.path,
      input,
    });
    const handler = action.handler as (given: unknown) => Promise<void>;
    await handler({
      ...context,
      isDryRun,
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
    });
    return outputs;
  }

  function fill(...documents: object[]) {
    workspace.setContent({
      slo: {
        'objectives.yaml': documents.map(one => stringify(one)).join('---\n'),
      },
      'catalog-info.yaml': stringify(CATALOG),
    });
  }

  describe('slo:rules', () => {
    const action = createSloRulesAction();

    it.each([false, true])(
      'writes the text that the portal and plimsoll-rules write, in a dry run too: %s',
      async isDryRun => {
        fill(GOOD);
        const portalUrl = 'https://portal.example';
        const outputs = await run(action, { portalUrl }, isDryRun);
        const { chart } = workspace.content() as {
          chart: { alerts: Record<string, never> };
        };
        expect(chart.alerts).toEqual({
          'slo.yaml': renderRules(
            rulesOf([GOOD, CATALOG], { part: 'objectives', portalUrl }),
          ),
          fleet: {
            'slo-fleet.yaml': renderRules(rulesOf([], { part: 'fleet' })),
          },
          tests: { 'slo.yaml': expect.any(String) },
        });
        expect(outputs).toEqual({
          objectives: 1,
          alerts: ['SLOFastBurn', 'SLOSlowBurn'],
          files: [
            'chart/alerts/slo.yaml',
            'chart/alerts/fleet/slo-fleet.yaml',
            'chart/alerts/tests/slo.yaml',
          ],
          notices: [],
        });
      },
    );

    it('takes other places, intervals and matchers', async () => {
      fill(GOOD);
      await run(action, {
        paths: ['slo/objectives.yaml'],
        rulesFile: 'prometheus/rules.yaml',
        fleetFile: 'prometheus/fleet.yaml',
        testsFile: 'prometheus/tests/deep/rules.yaml',
        scrapeSeconds: 30,
        matchers: { tenant: 'shop' },
      });
      const { prometheus } = workspace.content() as {
        prometheus: {
          'rules.yaml': string;
          tests: { deep: { 'rules.yaml': string } };
        };
      };
      expect(prometheus['rules.yaml']).toContain(
        '{job="checkout",tenant="shop"}',
      );
      expect(prometheus['rules.yaml']).not.toContain('runbook_url');
      const tests = parse(prometheus.tests.deep['rules.yaml']);
      expect(tests.rule_files).toEqual([
        '../../rules.yaml',
        '../../fleet.yaml',
      ]);
      expect(tests.tests[0].input_series[0].series).toBe(
        'http_requests_total{job="checkout",code="500",tenant="shop"}',
      );
    });

    it('says for which objectives no test can be derived, and why pairs are missing', async () => {
      fill(
        GOOD,
        sloDocument({
          name: 'slow',
          window: '7d',
          objective: { op: 'lte', value: 0.3, target: 0.8 },
          spec: {
            indicator: {
              metadata: { name: 'p99' },
              spec: {
                thresholdMetric: {
                  metricSource: {
                    type: 'Prometheus',
                    spec: { query: 'avg(duration_seconds)' },
                  },
                },
              },
            },
          },
        }),
      );
      const { notices, objectives } = await run(action);
      expect(objectives).toBe(2);
      expect(notices).toEqual([
        expect.stringMatching(/slow.*1h\/5m.*could never fire/),
        expect.stringMatching(/slow.*3d\/6h.*a quarter/),
        expect.stringMatching(/slow.*no test was derived/),
      ]);
    });

    it.each([
      [{ paths: ['nowhere'] }, 'nowhere is not in the workspace'],
      [{ paths: ['../../etc'] }, 'Relative path is not allowed'],
      [
        { paths: ['catalog-info.yaml'] },
        'There is no SLO in catalog-info.yaml',
      ],
      [{ rulesFile: '../out.yaml' }, 'Relative path is not allowed'],
      [{ rulesFile: 'a.yaml', testsFile: 'a.yaml' }, 'have to be three files'],
    ])('refuses %j', async (input, message) => {
      fill(GOOD);
      await expect(run(action, input)).rejects.toThrow(message);
      expect(workspace.content()).not.toHaveProperty('chart');
    });

    it('writes nothing where a document has to be mended', async () => {
      fill(GOOD, { ...WITHOUT_QUERY, metadata: { name: 'other' } });
      await expect(run(action)).rejects.toThrow(
        /^No rules were written; mend these first:\n- slo\/objectives\.yaml: SLO other: spec\.indicatorRef/,
      );
      workspace.setContent({
        slo: { 'a.yaml': 'apiVersion: openslo/v1\nkind: [' },
      });
      await expect(run(action, { paths: ['slo'] })).rejects.toThrow(
        /slo\/a\.yaml: line \d, column \d: This is no YAML/,
      );
      expect(workspace.content()).not.toHaveProperty('chart');
    });

    it('leaves what is no OpenSLO in the folder alone', async () => {
      fill(GOOD);
      workspace.addContent({
        slo: { 'README.md': '[', 'other.yaml': 'just: {{ a template }}' },
      });
      expect(await run(action)).toMatchObject({ objectives: 1 });
    });
  });

  describe('slo:check', () => {
    const action = createSloCheckAction();

    it.each([false, true])(
      'counts what is right, in a dry run too: %s',
      async isDryRun => {
        fill(GOOD);
        expect(await run(action, {}, isDryRun)).toEqual({
          objectives: 1,
          findings: [],
        });
      },
    );

    it('stops at what would not be measured, with file, place and mend', async () => {
      fill(WITHOUT_QUERY);
      await expect(run(action)).rejects.toThrow(
        /have to be mended first:\n- slo\/objectives\.yaml: SLO checkout: spec\.indicatorRef: .+\. .+/,
      );
    });

    it.each([
      ['rate(sum(x)[{{.window}}])', 'sum(y)', 'ratioMetric.bad'],
      ['sum(x)', 'sum(y', 'ratioMetric.total'],
    ])('stops at the queries %s of %s', async (bad, total, place) => {
      const metric = (query: string) => ({ metricSource: { spec: { query } } });
      fill(
        sloDocument({
          spec: {
            indicator: {
              metadata: { name: 'a' },
              spec: {
                ratioMetric: {
                  counter: true,
                  bad: metric(bad),
                  total: metric(total),
                },
              },
            },
          },
        }),
      );
      await expect(run(action)).rejects.toThrow(
        `SLO checkout: spec.indicator.spec.${place}.metricSource.spec.query: `,
      );
    });

    it('hands on what is merely worth knowing', async () => {
      fill(sloDocument({ objective: { target: 0.9 } }));
      expect(await run(action, { paths: ['slo/objectives.yaml'] })).toEqual({
        objectives: 1,
        findings: [
          expect.objectContaining({ severity: 'info', check: 'pairs' }),
        ],
      });
    });

    it('wants an objective', async () => {
      fill({
        apiVersion: 'openslo/v1',
        kind: 'Service',
        metadata: { name: 'a' },
        spec: {},
      });
      await expect(run(action)).rejects.toThrow('objectives.yaml hold no SLO');
      workspace.setContent({ slo: {} });
      await expect(run(action)).rejects.toThrow('hold no OpenSLO document');
    });
  });

  it.each([createSloRulesAction(), createSloCheckAction()])(
    'examples are accepted by the input that they are for',
    action => {
      const input = action.schema?.input as { properties: object };
      for (const { example } of action.examples ?? []) {
        for (const step of parse(example).steps) {
          expect(step.action).toBe(action.id);
          expect(Object.keys(input.properties)).toEqual(
            expect.arrayContaining(Object.keys(step.input)),
          );
        }
      }
      expect(action.examples?.length).toBeGreaterThan(1);
    },
  );
});
