import { parse, parseAllDocuments } from 'yaml';
import { checkSloFiles } from '../../actions/slo/checkSloFiles';
import { findingText } from '../../actions/slo/findingText';
import type { RenderedService } from '../renderService';
import type { Validator } from './Validator';

const SLO = 'slo/objectives.yaml';

/** The doctor finds nothing, and one promise stands everywhere. */
export const objectives: Validator = {
  name: 'promises the same in objectives, alerts, canary, load test and dashboards',
  validate(rendered) {
    const { findings } = checkSloFiles([
      { name: SLO, text: rendered.read(SLO) },
    ]);
    return [...findings.map(findingText), ...promiseFaults(rendered)];
  },
};

function promiseFaults({ service, read }: RenderedService): string[] {
  const { availability, errors, latency } = service.promise;
  const targets = targetsOf(read(SLO));
  const alerts = expressionsOf(read('chart/alerts/service.yaml'));
  const recorded = read('chart/alerts/slo.yaml');
  const loadTest = read('load-test/promise.ts');
  const dashboard = read('dashboards/service.json');
  const values = parse(read('chart/values.yaml'));
  const expected: Record<string, [unknown, unknown]> = {
    'availability objective': [
      targets[`${service.name}-availability`],
      Number(availability.target),
    ],
    'errors objective': [
      targets[`${service.name}-errors`],
      Number(errors.target),
    ],
    'p95 objective': [targets[`${service.name}-latency-p95`], 0.95],
    'p99 objective': [targets[`${service.name}-latency-p99`], 0.99],
    'bounds of the buckets': [
      [...read(SLO).matchAll(/le="([^"]+)"/g)].map(([, bound]) => bound),
      [latency.p95.seconds, latency.p99.seconds],
    ],
    'recorded targets': [
      [...recorded.matchAll(/vector\(([^)]+)\)/g)].map(([, at]) => Number(at)),
      [Number(availability.target), Number(errors.target), 0.95, 0.99],
    ],
    'critical errors': [
      alerts.ServiceErrorsCritical?.endsWith(`> 5 * ${errors.ratio}`),
      true,
    ],
    'warning errors': [
      alerts.ServiceErrorsWarning?.endsWith(`> 2 * ${errors.ratio}`),
      true,
    ],
    'critical latency': [
      alerts.ServiceSlowCritical?.endsWith(`> ${latency.p99.seconds}`),
      true,
    ],
    'warning latency': [
      alerts.ServiceSlowWarning?.endsWith(`> ${latency.p95.seconds}`),
      true,
    ],
    'the canary': [
      values.strategy?.analysis?.maxErrorRatio,
      Number(errors.ratio),
    ],
    'the load test': [
      [errors.ratio, `p95: ${latency.p95.ms}`, `p99: ${latency.p99.ms}`].filter(
        text => !loadTest.includes(text),
      ),
      [],
    ],
    'the dashboard': [
      [errors.ratio, latency.p95.seconds, latency.p99.seconds].filter(
        text => !dashboard.includes(`"query": "${text}"`),
      ),
      [],
    ],
  };
  return Object.entries(expected)
    .filter(
      ([, [found, wanted]]) => JSON.stringify(found) !== JSON.stringify(wanted),
    )
    .map(
      ([what, [found, wanted]]) =>
        `${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`,
    );
}

function targetsOf(text: string): Record<string, number> {
  return Object.fromEntries(
    parseAllDocuments(text)
      .map(document => document.toJS())
      .filter(({ kind }) => kind === 'SLO')
      .map(({ metadata, spec }) => [
        metadata.name,
        spec.objectives[0].target as number,
      ]),
  );
}

function expressionsOf(text: string): Record<string, string | undefined> {
  const { groups } = parse(text) as {
    groups: Array<{ rules: Array<{ alert: string; expr: string }> }>;
  };
  return Object.fromEntries(
    groups.flatMap(({ rules }) =>
      rules.map(({ alert, expr }) => [alert, expr]),
    ),
  );
}
