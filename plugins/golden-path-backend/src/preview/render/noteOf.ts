import type {
  PlannedService,
  PreviewNote,
} from '@plimsoll/plugin-golden-path-common';
import { parseAllDocuments } from 'yaml';

/** Where the rules lie that are made of the objectives. */
export const OBJECTIVE_ALERTS = 'chart/alerts/slo.yaml';

type Note = (options: {
  service: PlannedService;
  text: string;
}) => PreviewNote | undefined;

const NOTES: Record<string, Note> = {
  'catalog-info.yaml': () => ({ kind: 'annotations' }),
  'slo/objectives.yaml': ({ service: { promise } }) => ({
    kind: 'objectives',
    availabilityPercent: promise.availability.percent,
    p95Ms: promise.latency.p95.ms,
  }),
  [OBJECTIVE_ALERTS]: ({ text }) => ({
    kind: 'alerts',
    burnRateAlerts: countAlerts(text),
  }),
  'chart/alerts/service.yaml': ({ text }) => ({
    kind: 'own-alerts',
    alerts: countAlerts(text),
  }),
  'chart/values.yaml': ({ service }) => ({
    kind: 'chart',
    strategy: service.strategy,
    weights: service.canary.weights,
    minReplicas: service.scaling.minReplicas,
    maxReplicas: service.scaling.maxReplicas,
  }),
  'load-test/promise.ts': ({ service: { promise } }) => ({
    kind: 'load-test',
    p95Ms: promise.latency.p95.ms,
    p99Ms: promise.latency.p99.ms,
  }),
  'docs/runbook.md': () => ({ kind: 'runbook' }),
  '.plimsoll/lock.yaml': () => ({ kind: 'lock' }),
  'terraform/service.auto.tfvars': ({ service }) => ({
    kind: 'terraform',
    dataStore: service.dataStore,
  }),
};

const PIPELINE =
  /^(\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.yml|Jenkinsfile)$/;
const CODE_TEST = /(^|\/)(test_[^/]+\.py|[^/]+\.test\.ts|[^/]+Tests?\.java)$/;
const ONE_TEST =
  /^\s*(?:async )?def test_|^\s*(?:it|test)\(|^\s*@(?:Test|ParameterizedTest)\b/gm;

/** What there is to say about a file: figures that are read from it. */
export function noteOf(options: {
  path: string;
  service: PlannedService;
  text: string;
}): PreviewNote | undefined {
  const { path, service, text } = options;
  if (Object.hasOwn(NOTES, path)) {
    return NOTES[path](options);
  }
  if (PIPELINE.test(path)) {
    return { kind: 'pipeline', pipeline: service.pipeline };
  }
  if (CODE_TEST.test(path)) {
    return { kind: 'tests', tests: [...text.matchAll(ONE_TEST)].length };
  }
  return path.startsWith('chart/alerts/tests/')
    ? { kind: 'alert-tests' }
    : undefined;
}

function countAlerts(text: string): number {
  return parseAllDocuments(text)
    .map(document => (document as { toJS?(): unknown }).toJS?.())
    .map(
      read => (read as { groups?: Array<{ rules?: object[] }> } | null)?.groups,
    )
    .flatMap(groups => groups ?? [])
    .flatMap(({ rules = [] }) => rules)
    .filter(rule => 'alert' in rule).length;
}
