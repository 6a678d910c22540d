import type { Entity } from '@backstage/catalog-model';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import type {
  CheckReport,
  LoadedRules,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import type { Deployment } from '@plimsoll/plugin-stability-common';

/** Of everything here. */
export const REF = 'component:default/gift-cards';
const AT = '2026-11-22T10:00:00.000Z';
const RUNBOOK =
  'https://git.example/shopkart/gift-cards/src/branch/main/docs/runbook.md';

/** As "create service" registers it. */
export function giftCards(
  annotations: Record<string, string | undefined> = {},
): Entity {
  const all = {
    'backstage.io/source-location':
      'url:https://git.example/shopkart/gift-cards/',
    'backstage.io/edit-url':
      'https://git.example/shopkart/gift-cards/_edit/main/catalog-info.yaml',
    'backstage.io/techdocs-ref': 'dir:.',
    'backstage.io/kubernetes-id': 'gift-cards',
    'backstage.io/template-version': '1.4.0',
    'argocd/app-name': 'gift-cards-staging,gift-cards-production',
    'pagerduty.com/service-id': 'PGIFT01',
    'plimsoll.dev/service': 'gift-cards',
    'plimsoll.dev/cost-tags': 'service=gift-cards',
    'plimsoll.dev/tier': '2',
    'plimsoll.dev/runbook-url': RUNBOOK,
    'plimsoll.dev/values-file': 'chart/values.yaml',
    ...annotations,
  };
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'gift-cards',
      namespace: 'default',
      annotations: Object.fromEntries(
        Object.entries(all).flatMap(([key, value]) =>
          value === undefined ? [] : [[key, value]],
        ),
      ),
    },
    spec: {
      type: 'service',
      lifecycle: 'experimental',
      owner: 'group:default/loyalty',
      scaffoldedFrom: 'template:default/fastapi-service',
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/loyalty' }],
  };
}

/** Its owner, whom people can reach. */
export function loyalty(overrides: Partial<Entity> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'loyalty', namespace: 'default', title: 'Loyalty' },
    spec: {
      type: 'team',
      children: [],
      profile: { email: 'loyalty@shopkart.example' },
    },
    relations: [
      { type: 'hasMember', targetRef: 'user:default/ada' },
      { type: 'hasMember', targetRef: 'user:default/tomasz' },
    ],
    ...overrides,
  };
}

/** One that is measured for twenty minutes. */
export function objective(
  overrides: Partial<ObjectiveStatus> = {},
): ObjectiveStatus {
  return {
    ref: 'slo:default/gift-cards-errors',
    objective: 'requests-without-an-error',
    entityRef: REF,
    displayName: 'Requests without an error',
    owners: [],
    target: 0.99,
    targetText: '99',
    window: { type: 'rolling', duration: { value: 30, unit: 'd' } },
    unit: 'events',
    budgeting: 'occurrences',
    state: 'warming-up',
    reason: { code: 'window-not-covered' },
    budget: { bad: 1, total: 820 },
    burnRates: {},
    forecast: { kind: 'unknown' },
    coverage: 1_200 / (30 * 86_400),
    inconsistent: false,
    evaluatedAt: AT,
    source: 'prometheus',
    demo: false,
    faults: [],
    trend: [],
    ...overrides,
  } as ObjectiveStatus;
}

/** What the doctor says. */
export function report(overrides: Partial<CheckReport> = {}): CheckReport {
  return {
    findings: [],
    documents: 5,
    objectives: 4,
    asked: 4,
    hasSources: true,
    checkedAt: AT,
    ...overrides,
  };
}

/** Two rules that are loaded, one of them an alert of the chart. */
export function loadedRules(overrides: Partial<LoadedRules> = {}): LoadedRules {
  const rule = {
    source: 'prometheus',
    group: 'gift-cards',
    loaded: true,
    health: 'ok' as const,
    evaluatedAt: AT,
  };
  return {
    entityRef: REF,
    expected: 1,
    sources: [{ name: 'prometheus', state: 'answered' }],
    rules: [
      {
        ...rule,
        name: 'SLOFastBurn',
        kind: 'alerting',
        labels: { service: REF, severity: 'page' },
        expected: true,
        runbookUrl: RUNBOOK,
      },
      {
        ...rule,
        name: 'ServiceDown',
        kind: 'alerting',
        labels: {
          service: 'gift-cards',
          severity: 'critical',
          team: 'loyalty',
        },
        expected: false,
        runbookUrl: `${RUNBOOK}#servicedown`,
      },
    ],
    checkedAt: AT,
    ...overrides,
  };
}

/** The first one. */
export function deployment(): Partial<Deployment> {
  return {
    id: 'd-1',
    entityRef: REF,
    environment: 'production',
    version: 'v0.1.0',
    startedAt: '2026-11-22T09:55:00.000Z',
    finishedAt: '2026-11-22T09:58:00.000Z',
    verdict: {
      name: 'pending',
      confidence: 1,
      suspected: false,
      decidedBy: 'rule',
    },
  };
}

/** What cost knows of it. */
export function cost(overrides: Partial<ServiceCost> = {}): ServiceCost {
  return {
    entityRef: REF,
    state: 'ok',
    mapping: {
      annotation: 'plimsoll.dev/cost-tags',
      value: 'gift-cards',
      tags: ['service'],
    },
    proof: { completeTo: '2026-11-20', dueOn: '2026-11-23' },
    ...overrides,
  } as ServiceCost;
}
