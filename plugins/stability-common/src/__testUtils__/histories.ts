import fc from 'fast-check';
import type { ServiceHistory } from '../facts/ServiceFacts';
import { deploymentIdOf } from '../facts/deployments/deploymentIdOf';
import { shortHash } from '../facts/shortHash';
import type { BudgetAnswer } from '../observation/BudgetAnswer';
import type { ChangeObservation } from '../observation/ChangeObservation';
import type { Correction } from '../observation/Correction';
import {
  DEPLOYMENT_PHASES,
  type DeploymentObservation,
} from '../observation/DeploymentObservation';
import {
  INCIDENT_PHASES,
  type IncidentObservation,
} from '../observation/IncidentObservation';
import type { Observation } from '../observation/Observation';

const ENTITY = 'component:default/checkout';
const START = Date.UTC(2026, 10, 1);

/** Five days; half of all that happens does so at one of few instants. */
const instants = fc
  .oneof(
    fc.constantFrom(0, 6, 12, 13, 144, 150),
    fc.integer({ min: 0, max: 5 * 24 * 6 }),
  )
  .map(tens => new Date(START + tens * 600_000).toISOString());

const environments = fc.constantFrom(
  'production',
  'Production',
  'prod',
  'prod-eu',
  'staging',
);
const runs = fc.integer({ min: 1, max: 8 }).map(run => `ci:${run}`);
const versions = fc.constantFrom('v1', 'v2', 'v3', 'latest');
const commits = fc.constantFrom('a', 'b', 'c', 'd').map(c => c.repeat(40));
const ids = fc.integer({ min: 1, max: 60 }).map(id => `event:${id}`);

function maybe<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(values, { nil: undefined, freq: 2 });
}

const deployments: fc.Arbitrary<DeploymentObservation> = fc.record({
  kind: fc.constant('deployment' as const),
  id: ids,
  source: fc.constantFrom('github', 'kubernetes'),
  at: instants,
  entityRef: fc.constant(ENTITY),
  runId: runs,
  environment: environments,
  phase: fc.constantFrom(...DEPLOYMENT_PHASES),
  version: maybe(versions),
  commitSha: maybe(commits),
  artifacts: maybe(
    fc.constantFrom(['img@sha256:1a'], ['img@sha256:2b', 'side@sha256:3c']),
  ),
  startedAt: maybe(instants),
  finishedAt: maybe(instants),
  rollback: maybe(fc.boolean()),
  unplanned: maybe(fc.boolean()),
  target: maybe(fc.constantFrom('eu', 'us')),
  batchId: maybe(fc.constantFrom('batch:1', 'batch:2')),
  traffic: maybe(fc.constantFrom(0, 0.1, 0.6, 1)),
  changes: maybe(fc.subarray(['a', 'b'].map(c => c.repeat(40)))),
});

const incidents: fc.Arbitrary<IncidentObservation> = fc.record({
  kind: fc.constant('incident' as const),
  id: ids,
  source: fc.constantFrom('alertmanager', 'pagerduty'),
  at: instants,
  entityRef: fc.constant(ENTITY),
  incidentKey: fc.constantFrom('alert:1', 'alert:2'),
  part: maybe(fc.constantFrom('pod-1', 'pod-2')),
  phase: fc.constantFrom(...INCIDENT_PHASES),
  startedAt: maybe(instants),
  endedAt: maybe(instants),
  presumed: maybe(fc.boolean()),
  stillOpen: maybe(fc.boolean()),
  mergedInto: maybe(fc.constant('alert:2')),
  environment: maybe(environments),
  version: maybe(versions),
  assignee: maybe(fc.constantFrom('maja', 'tomasz')),
  affects: maybe(
    fc.constantFrom(
      [ENTITY],
      ['component:default/cart'],
      [ENTITY, 'component:default/cart'],
    ),
  ),
  movable: maybe(fc.boolean()),
  derived: maybe(fc.boolean()),
  links: maybe(
    fc.constantFrom({ runbook: 'https://example.com/r' }, { logs: 'l' }),
  ),
});

const changes: fc.Arbitrary<ChangeObservation> = fc.record({
  kind: fc.constant('change' as const),
  id: ids,
  source: fc.constant('github'),
  at: instants,
  entityRef: fc.constant(ENTITY),
  sha: commits,
  committedAt: maybe(instants),
  mergedAt: maybe(instants),
  number: maybe(fc.constantFrom('#1', '#2')),
  reverts: maybe(fc.constantFrom(['#1'], ['a'.repeat(40)])),
  unplanned: maybe(fc.boolean()),
});

/** The id of a deployment that may come of those above. */
const deploymentIds = fc
  .tuple(environments, runs)
  .map(([environment, runId]) =>
    deploymentIdOf({ entityRef: ENTITY, environment, runId }),
  );

const answers: fc.Arbitrary<BudgetAnswer> = fc
  .record({
    kind: fc.constant('budget' as const),
    entityRef: fc.constant(ENTITY),
    deploymentId: deploymentIds,
    objective: fc.constantFrom('availability', 'latency'),
    at: instants,
    from: instants,
    to: instants,
    burned: fc.constantFrom(0, 0.01, 0.02, 0.3),
    burnedBefore: maybe(fc.constantFrom(0, 0.02)),
    burningFrom: maybe(instants),
  })
  .map(answer => ({
    ...answer,
    id: `budget:${answer.deploymentId}:${answer.objective}`,
    displayName: answer.objective,
    coveredSeconds: 3600,
    rangeSeconds: 3600,
  }));

const corrections: fc.Arbitrary<Correction> = fc.record({
  kind: fc.constant('correction' as const),
  id: fc.integer({ min: 1, max: 6 }).map(id => `correction:${id}`),
  at: instants,
  entityRef: fc.constant(ENTITY),
  deploymentId: maybe(deploymentIds),
  runIds: fc.subarray(['ci:1', 'ci:2', 'ci:3']),
  by: fc.constant('user:default/maja'),
  reason: fc.constantFrom('because it was so', 'because it was not'),
  change: fc.oneof(
    fc.record({
      type: fc.constant('verdict' as const),
      verdict: fc.constantFrom('clean', 'failed', 'prevented'),
    }),
    fc.record({
      type: fc.constant('cause' as const),
      incidentId: fc
        .constantFrom('alert:1', 'alert:2')
        .map(key => shortHash(`${ENTITY}\n${key}`)),
      incident: maybe(
        fc.record({
          key: fc.constantFrom('alert:1', 'alert:2'),
          startedAt: instants,
        }),
      ),
      deploymentId: maybe(deploymentIds),
    }),
    fc.record({
      type: fc.constant('undo' as const),
      correctionId: fc
        .integer({ min: 1, max: 6 })
        .map(id => `correction:${id}`),
    }),
  ),
});

/** Histories of all kinds of events: late, repeated, contradicting each other. */
export const histories: fc.Arbitrary<ServiceHistory> = fc.record({
  entityRef: fc.constant(ENTITY),
  observations: fc.array<Observation>(
    fc.oneof(
      { arbitrary: deployments, weight: 5 },
      { arbitrary: incidents, weight: 3 },
      { arbitrary: changes, weight: 2 },
    ),
    { minLength: 1, maxLength: 40, size: 'max' },
  ),
  answers: fc.array(answers, { maxLength: 6, size: 'max' }),
  corrections: fc.array(corrections, { maxLength: 6, size: 'max' }),
});

/** The same history in another order, some of it more than once. */
export function reshuffled(
  history: ServiceHistory,
): fc.Arbitrary<ServiceHistory> {
  const mixed = <T>(items: readonly T[]) =>
    fc
      .tuple(
        fc.shuffledSubarray([...items], { minLength: items.length }),
        fc.subarray([...items]),
      )
      .map(([all, again]) => [...again, ...all, ...again]);
  return fc.record({
    entityRef: fc.constant(history.entityRef),
    observations: mixed(history.observations),
    answers: mixed(history.answers),
    corrections: mixed(history.corrections),
  });
}
