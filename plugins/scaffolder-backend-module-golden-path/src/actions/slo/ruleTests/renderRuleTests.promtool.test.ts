import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  DEFAULT_RULE_SETTINGS,
  renderRules,
} from '@plimsoll/plugin-slo-common/rules';
import { sloDocument } from '@plimsoll/plugin-slo-common/testUtils';
import { findPromtool } from '@plimsoll/prometheus-client/testUtils';
import { stringify } from 'yaml';
import { generateSloRules } from '../generateSloRules';
import { renderRuleTests } from './renderRuleTests';

const promtool = findPromtool() ?? '';
const describeOnPromtool = promtool ? describe : describe.skip;

const FILES = {
  rules: 'slo.yaml',
  fleet: 'fleet/fleet.yaml',
  tests: 'tests/slo.yaml',
};

describeOnPromtool('tests that are derived, by promtool', () => {
  const folder = createMockDirectory();

  /** Runs them over the rules, as they are or broken. */
  function run(
    document: Record<string, unknown>,
    breakRules: (text: string) => string = text => text,
  ): { passes: boolean; report: string } {
    const made = generateSloRules({
      files: [{ name: 'slo.yaml', text: stringify(document) }],
      settings: DEFAULT_RULE_SETTINGS,
    });
    const { text, notices } = renderRuleTests({
      ...made,
      files: FILES,
      enforcedMatchers: {},
    });
    expect(notices).toEqual([]);
    for (const name of ['fleet', 'tests']) {
      mkdirSync(folder.resolve(name), { recursive: true });
    }
    const rules = renderRules(made.rules);
    writeFileSync(folder.resolve(FILES.rules), breakRules(rules));
    writeFileSync(folder.resolve(FILES.fleet), renderRules(made.fleet));
    writeFileSync(folder.resolve(FILES.tests), text);
    try {
      execFileSync(promtool, ['test', 'rules', folder.resolve(FILES.tests)], {
        stdio: 'pipe',
      });
      return { passes: true, report: '' };
    } catch (error) {
      return {
        passes: false,
        report: String((error as { stderr?: unknown }).stderr),
      };
    }
  }

  const sliced = (timeSliceWindow: string, target: number) =>
    sloDocument({
      objective: { target, timeSliceTarget: 0.99, timeSliceWindow },
      spec: { budgetingMethod: 'Timeslices' },
    });
  const goodOutOfAll = sloDocument({
    objective: { target: 0.95 },
    spec: {
      indicator: {
        metadata: { name: 'fast' },
        spec: {
          ratioMetric: {
            counter: true,
            good: {
              metricSource: {
                spec: {
                  query: 'sum(rate(d_bucket{job="a",le="1"}[{{.window}}]))',
                },
              },
            },
            total: {
              metricSource: {
                spec: { query: 'sum(rate(d_count{job="a"}[{{.window}}]))' },
              },
            },
          },
        },
      },
    },
  });

  it.each([
    ['bad requests of all', sloDocument()],
    [
      'a target that lets no pair of an hour fire',
      sloDocument({ objective: { target: 0.9 } }),
    ],
    ['good observations of all', goodOutOfAll],
    ['slices of five minutes', sliced('5m', 0.999)],
    ['slices of a minute', sliced('1m', 0.9999)],
    ['a window of a week', sloDocument({ window: '7d' })],
  ])('pass for %s', (_, document) => {
    expect(run(document)).toEqual({ passes: true, report: '' });
  });

  it.each([
    [
      'another target',
      (text: string) => text.replace('vector(0.999)', 'vector(0.99)'),
    ],
    [
      'no page',
      (text: string) => text.replace(/alert: SLOFastBurn/, 'alert: SLOOther'),
    ],
    [
      'a ticket that comes too late',
      (text: string) =>
        text.replaceAll(' > 1\n', ' > 5\n').replaceAll(' > 3\n', ' > 5\n'),
    ],
    [
      'a page that comes too early',
      (text: string) => text.replaceAll(' > 6\n', ' > 2\n'),
    ],
    [
      'failures that are not seen',
      (text: string) => text.replaceAll('code=~"5.."', 'code=~"6.."'),
    ],
  ])('fail for %s', (_, breakRules) => {
    const { passes, report } = run(sloDocument(), breakRules);
    expect(report).toContain('FAILED');
    expect(passes).toBe(false);
  });
});
