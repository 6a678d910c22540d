import { HistoryBuilder } from '../__fixtures__/HistoryBuilder';
import { metricsOf } from '../metrics/metricsOf';
import type { MetricName } from '../metrics/MetricFigure';
import type { Deployment } from './Deployment';
import type { ServiceFacts } from './ServiceFacts';

const now = '2026-12-31T00:00:00Z';
const from = '2026-11-01T00:00:00Z';

function history() {
  return HistoryBuilder.create().deploys('v1', { at: '11-01 08:00' });
}

/** `version type verdict`, oldest first. */
function story({ deployments }: ServiceFacts): string[] {
  return deployments.map(
    ({ version, type, verdict }) => `${version} ${type} ${verdict.name}`,
  );
}

function figureOf(facts: ServiceFacts | ServiceFacts[], name: MetricName) {
  const all = [facts].flat();
  const { metrics } = metricsOf({
    deployments: all.flatMap(({ deployments }) => deployments),
    incidents: all.flatMap(({ incidents }) => incidents),
    from,
    to: now,
    now,
  });
  return metrics.find(({ metric }) => metric === name)!;
}

function rulesOf(deployment: Deployment): string[] {
  return deployment.evidence.map(({ rule }) => rule);
}

describe('batch deploys', () => {
  const services = ['cart', 'checkout', 'search'].map(name =>
    HistoryBuilder.create({ entityRef: `component:default/${name}` })
      .deploys('v1', { at: '11-01 08:00', batchId: 'pipeline:1' })
      .deploys('v2', { at: '11-02 08:00', batchId: 'pipeline:2' })
      .facts(),
  );

  it('count once for each service', () => {
    services.forEach(facts =>
      expect(figureOf(facts, 'deployment-frequency').sampleSize).toBe(2),
    );
  });

  it('count once in the total of all services', () => {
    expect(figureOf(services, 'deployment-frequency').sampleSize).toBe(2);
  });

  it('fail once in the total, however many members failed', () => {
    const failed = ['cart', 'checkout'].map(name =>
      HistoryBuilder.create({ entityRef: `component:default/${name}` })
        .deploys('v1', { at: '11-01 08:00', batchId: 'pipeline:1' })
        .deploys('v2', {
          at: '11-02 08:00',
          batchId: 'pipeline:2',
          ends: 'failed',
        })
        .facts(),
    );
    const figure = figureOf([...failed, services[2]], 'change-failure-rate');
    expect(figure).toMatchObject({ events: 1, sampleSize: 2 });
  });
});

describe('an incident of many services', () => {
  const affects = ['component:default/checkout', 'component:default/cart'];

  it('is held against none of them by coincidence alone', () => {
    const facts = history()
      .deploys('v2', { at: '11-05 08:00' })
      .incident('INC-1', {
        at: '11-05 08:10',
        resolved: '11-05 09:00',
        affects,
      })
      .facts();
    expect(story(facts)).toEqual(['v1 forward clean', 'v2 forward clean']);
    expect(facts.incidents[0].cause).toBeUndefined();
    expect(facts.deployments[1].evidence[0].confidence).toBe(0.2);
  });

  it('is held against the one that was rolled back in it', () => {
    const facts = history()
      .deploys('v2', { at: '11-05 08:00' })
      .incident('INC-1', {
        at: '11-05 08:10',
        resolved: '11-05 09:00',
        affects,
      })
      .deploys('v1', { at: '11-05 08:30' })
      .facts();
    expect(facts.incidents[0].cause?.version).toBe('v2');
  });

  it('counts once in the total', () => {
    const all = affects.map(entityRef =>
      HistoryBuilder.create({ entityRef })
        .incident('INC-1', {
          at: '11-05 08:10',
          resolved: '11-05 09:00',
          affects,
        })
        .facts(),
    );
    expect(figureOf(all, 'time-to-recover').samples).toEqual([3000]);
  });
});

describe('the same version again', () => {
  it.each([
    ['by version', { version: 'v1' }],
    ['by digest, whatever it is called', { artifacts: ['app@sha256:aa'] }],
  ])('is a redeploy, judged and counted nowhere: %s', (_, identity) => {
    const facts = HistoryBuilder.create()
      .deploys('v1', { at: '11-01 08:00', ...identity })
      .deploys('v1', { at: '11-09 08:00', ...identity, ends: 'failed' })
      .facts();
    expect(facts.deployments[1]).toMatchObject({
      type: 'redeploy',
      verdict: { name: 'not-counted' },
    });
    expect(figureOf(facts, 'deployment-frequency').sampleSize).toBe(1);
    expect(figureOf(facts, 'change-failure-rate').sampleSize).toBe(1);
    expect(figureOf(facts, 'rework-rate').sampleSize).toBe(1);
  });

  it('is a failure when a person says that it caused an incident', () => {
    const again = history()
      .deploys('v1', { at: '11-09 08:00' })
      .incident('INC-1', { at: '11-09 08:10', resolved: '11-09 09:00' });
    const { deployments, incidents } = again.facts();
    const facts = again
      .corrects(
        {
          type: 'cause',
          incidentId: incidents[0].id,
          deploymentId: deployments[1].id,
        },
        { at: '11-09 10:00' },
      )
      .facts();
    expect(story(facts)).toEqual(['v1 forward clean', 'v1 redeploy failed']);
  });
});

describe('one version to many clusters', () => {
  it('is one deployment with six targets', () => {
    const clusters = ['eu1', 'eu2', 'us1', 'us2', 'ap1', 'ap2'];
    const rollout = history();
    clusters.forEach((target, index) =>
      rollout.deploys('v2', { at: `11-05 ${10 + index}:00`, target }),
    );
    const { deployments } = rollout.facts();
    expect(deployments).toHaveLength(2);
    expect(deployments[1].targets.map(({ target }) => target)).toEqual(
      clusters,
    );
    expect(deployments[1].finishedAt).toBe('2026-11-05T10:01:00.000Z');
  });

  it('is two when more than the gap lies between', () => {
    const { deployments } = history()
      .deploys('v2', { at: '11-05 10:00', target: 'eu' })
      .deploys('v2', { at: '11-05 12:00', target: 'us' })
      .facts();
    expect(deployments.map(({ type }) => type)).toEqual([
      'forward',
      'forward',
      'redeploy',
    ]);
  });

  it('is no way back when a later version went only to another cluster', () => {
    const facts = history()
      .deploys('v2', { at: '11-05 10:00', target: 'eu' })
      .deploys('v3', { at: '11-05 10:30', target: 'eu' })
      .deploys('v2', { at: '11-05 10:40', target: 'us' })
      .facts();
    expect(story(facts)).toEqual([
      'v1 forward clean',
      'v2 forward clean',
      'v3 forward clean',
    ]);
  });

  it('failed when one cluster failed', () => {
    const facts = history()
      .deploys('v2', { at: '11-05 10:00', target: 'eu' })
      .deploys('v2', { at: '11-05 10:10', target: 'us', ends: 'failed' })
      .facts();
    expect(facts.deployments[1]).toMatchObject({
      state: 'failed',
      verdict: { name: 'failed', confidence: 0.9 },
    });
  });
});

describe('a partial canary', () => {
  it('is prevented when it was stopped early, and the way back no failure', () => {
    const facts = history()
      .deploys('v2', {
        at: '11-05 10:00',
        ends: 'aborted',
        traffic: 0.1,
        reason: 'errors over 1%',
      })
      .deploys('v1', { at: '11-05 10:05', rollback: true })
      .facts();
    expect(story(facts)).toEqual([
      'v1 forward clean',
      'v2 forward prevented',
      'v1 rollback rollback',
    ]);
    expect(facts.deployments[1].evidence).toEqual([
      expect.objectContaining({
        rule: 'canary-stopped',
        reason: 'errors over 1%',
      }),
    ]);
    expect(figureOf(facts, 'prevented-failures')).toMatchObject({ value: 1 });
    expect(figureOf(facts, 'change-failure-rate')).toMatchObject({
      events: 0,
      sampleSize: 1,
    });
  });

  it('failed when it had reached its share of the traffic', () => {
    const facts = history()
      .deploys('v2', { at: '11-05 10:00', ends: 'aborted', traffic: 0.5 })
      .facts();
    expect(facts.deployments[1]).toMatchObject({
      verdict: { name: 'failed' },
      recoveredAt: '2026-11-05T10:01:00.000Z',
      impactFrom: '2026-11-05T10:00:00.000Z',
    });
  });

  it.each([
    [0.3, 'prevented'],
    [0.8, 'failed'],
  ])('of which %s of the traffic was the most is %s', (most, verdict) => {
    const { deployments } = history()
      .step('canary', 'started', { at: '11-05 10:00', version: 'v2' })
      .step('canary', 'started', { at: '11-05 10:10', traffic: 0.1 })
      .step('canary', 'started', { at: '11-05 10:20', traffic: most })
      .step('canary', 'aborted', { at: '11-05 10:30', traffic: 0 })
      .facts();
    expect(deployments[1]).toMatchObject({
      traffic: most,
      verdict: { name: verdict },
    });
  });

  it('that waits for days goes on and counts for nothing', () => {
    const facts = history()
      .deploys('v2', { at: '11-05 10:00', ends: undefined })
      .facts({ now: '11-09 10:00' });
    expect(facts.deployments[1]).toMatchObject({
      state: 'in-progress',
      verdict: { name: 'pending' },
    });
    expect(figureOf(facts, 'deployment-frequency').sampleSize).toBe(1);
  });

  it('that something else replaced is neither clean nor failed', () => {
    const facts = history()
      .deploys('v2', { at: '11-05 10:00', ends: undefined })
      .deploys('v3', { at: '11-05 11:00' })
      .facts();
    expect(facts.deployments[1]).toMatchObject({
      state: 'superseded',
      verdict: { name: 'not-counted' },
    });
  });
});

describe('late events', () => {
  it('change what came before, not only what comes after', () => {
    const early = history().deploys('v1', { at: '11-05 12:00' });
    expect(early.facts().deployments[1].type).toBe('redeploy');
    const late = early.deploys('v2', { at: '11-05 09:30' }).facts();
    expect(story(late)).toEqual([
      'v1 forward clean',
      'v2 forward failed',
      'v1 rollback rollback',
    ]);
    expect(late.deployments[2].previousId).toBe(late.deployments[1].id);
  });

  it('do not take an end back', () => {
    const { deployments } = HistoryBuilder.create()
      .step('run', 'succeeded', { at: '11-05 10:05' })
      .step('run', 'started', { at: '11-05 10:06' })
      .step('run', 'failed', { at: '11-05 10:07' })
      .facts();
    expect(deployments[0].state).toBe('succeeded');
  });

  it('let a failed run be tried again', () => {
    const { deployments } = HistoryBuilder.create()
      .step('run', 'started', { at: '11-05 10:00' })
      .step('run', 'failed', { at: '11-05 10:05' })
      .step('run', 'succeeded', { at: '11-05 10:20' })
      .facts();
    expect(deployments[0]).toMatchObject({
      state: 'succeeded',
      finishedAt: '2026-11-05T10:20:00.000Z',
    });
  });
});

describe('replays', () => {
  it('change nothing, and of one id the later report counts', () => {
    const step = {
      kind: 'deployment' as const,
      id: 'github:1',
      source: 'github',
      entityRef: 'component:default/checkout',
      runId: 'run',
      environment: 'production',
      phase: 'succeeded' as const,
    };
    const told = HistoryBuilder.create()
      .observe({ ...step, at: '2026-11-05T10:09:00Z', version: 'v2' })
      .observe({ ...step, at: '2026-11-05T10:05:00Z', version: 'v1' });
    const { deployments } = told.facts();
    expect(deployments).toHaveLength(1);
    expect(deployments[0]).toMatchObject({
      version: 'v2',
      startedAt: '2026-11-05T10:09:00.000Z',
    });
  });
});

describe('clocks that disagree', () => {
  it('give no lead time instead of a negative one', () => {
    const { deployments } = history()
      .merges('a'.repeat(40), {
        at: '11-05 09:00',
        committed: '11-05 12:00',
      })
      .deploys('v2', { at: '11-05 10:00', commitSha: 'a'.repeat(40) })
      .facts();
    expect(deployments[1].changes).toHaveLength(1);
    expect(deployments[1].changes[0].leadSeconds).toBeUndefined();
  });

  it('never let a run end before it began', () => {
    const { deployments } = HistoryBuilder.create()
      .step('run', 'succeeded', {
        at: '11-05 10:00',
        startedAt: '2026-11-05T10:03:00Z',
      })
      .facts();
    expect(deployments[0].startedAt).toBe('2026-11-05T10:00:00.000Z');
  });

  it('give an incident no time when it ends before it begins', () => {
    const facts = history()
      .incident('INC-1', { at: '11-05 10:00', resolved: '11-05 09:00' })
      .facts();
    expect(figureOf(facts, 'time-to-recover').sampleSize).toBe(0);
  });
});

describe('an incident whose end nobody told', () => {
  const told = () =>
    history()
      .deploys('v2', { at: '11-05 08:00' })
      .incident('INC-1', { at: '11-05 08:10' });
  const presumed = () =>
    told().observe({
      kind: 'incident',
      id: 'pagerduty:INC-1:presumed',
      source: 'pagerduty',
      at: '2026-11-05T20:00:00Z',
      entityRef: 'component:default/checkout',
      incidentKey: 'pagerduty:INC-1',
      phase: 'resolved',
      presumed: true,
      startedAt: '2026-11-05T08:10:00.000Z',
      endedAt: '2026-11-05T16:10:00.000Z',
    });

  it('is open, and counts as longer than seen', () => {
    const facts = told().facts();
    expect(facts.incidents[0].state).toBe('triggered');
    expect(figureOf(facts, 'time-to-recover')).toMatchObject({
      sampleSize: 1,
      censored: 1,
      samples: [],
    });
    expect(figureOf(facts, 'failed-deployment-recovery-time')).toMatchObject({
      sampleSize: 1,
      censored: 1,
    });
  });

  it('is listed but has no recovery time when its end is presumed', () => {
    const facts = presumed().facts();
    expect(facts.incidents[0]).toMatchObject({
      state: 'resolved',
      presumed: true,
    });
    expect(figureOf(facts, 'time-to-recover').sampleSize).toBe(0);
    expect(figureOf(facts, 'failed-deployment-recovery-time').sampleSize).toBe(
      0,
    );
  });

  it('ended by the time the same alert began anew, who knows when', () => {
    const { incidents } = told()
      .incident('INC-1', { at: '11-09 08:00' })
      .facts();
    expect(
      incidents.map(item => [item.state, item.presumed, item.resolvedAt]),
    ).toEqual([
      ['resolved', true, '2026-11-09T08:00:00.000Z'],
      ['triggered', false, undefined],
    ]);
  });

  it('is open when it was heard of after its presumed end, until it is presumed again', () => {
    const heard = (build: HistoryBuilder, at: string) =>
      build.observe({
        kind: 'incident',
        id: `pagerduty:INC-1:heard:${at}`,
        source: 'pagerduty',
        at,
        entityRef: 'component:default/checkout',
        incidentKey: 'pagerduty:INC-1',
        phase: 'updated',
        stillOpen: true,
        startedAt: '2026-11-05T08:10:00.000Z',
      });
    const [before] = heard(presumed(), '2026-11-05T12:10:00Z').facts()
      .incidents;
    expect(before).toMatchObject({ state: 'resolved', presumed: true });
    expect(before.steps.map(({ type }) => type)).toEqual([
      'deployed',
      'triggered',
      'resolved',
    ]);
    for (const at of ['2026-11-05T18:10:00Z', '2026-11-05T22:10:00Z']) {
      expect(heard(presumed(), at).facts().incidents[0]).toMatchObject({
        state: 'triggered',
        presumed: false,
        reopenCount: 0,
      });
    }
  });

  it('stays over when only its presumed end is contradicted and a true one was told', () => {
    const [incident] = presumed()
      .incident('INC-1', { at: '11-05 08:10', resolved: '11-05 08:40' })
      .observe({
        kind: 'incident',
        id: 'from a member of the cluster that is behind',
        source: 'pagerduty',
        at: '2026-11-05T22:10:00Z',
        entityRef: 'component:default/checkout',
        incidentKey: 'pagerduty:INC-1',
        phase: 'updated',
        stillOpen: true,
        startedAt: '2026-11-05T08:10:00.000Z',
      })
      .facts().incidents;
    expect(incident.resolvedAt).toBe('2026-11-05T08:40:00.000Z');
  });

  it('has the told end whenever that is heard of', () => {
    const facts = presumed()
      .incident('INC-1', { at: '11-05 08:10', resolved: '11-05 08:40' })
      .facts();
    expect(facts.incidents[0]).toMatchObject({
      presumed: false,
      resolvedAt: '2026-11-05T08:40:00.000Z',
    });
  });
});

describe('alerts that flap', () => {
  it('are one incident when they come back soon', () => {
    const { incidents } = history()
      .incident('A', { at: '11-05 08:00', resolved: '11-05 08:10' })
      .incident('A', { at: '11-05 08:19', resolved: '11-05 08:30' })
      .facts();
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({
      startedAt: '2026-11-05T08:00:00.000Z',
      resolvedAt: '2026-11-05T08:30:00.000Z',
      reopenCount: 1,
    });
    expect(incidents[0].steps.map(({ type }) => type)).toEqual([
      'triggered',
      'reopened',
      'resolved',
    ]);
  });

  it('are two when the gap is over', () => {
    const { incidents } = history()
      .incident('A', { at: '11-05 08:00', resolved: '11-05 08:10' })
      .incident('A', { at: '11-05 08:20', resolved: '11-05 08:30' })
      .facts();
    expect(incidents.map(({ reopenCount }) => reopenCount)).toEqual([0, 0]);
    expect(incidents[0].id).not.toBe(incidents[1].id);
  });

  it('are over when all of their parts are', () => {
    const { incidents } = history()
      .incident('A', { at: '11-05 08:00', resolved: '11-05 08:10', part: 'a' })
      .incident('A', { at: '11-05 08:05', part: 'b' })
      .facts();
    expect(incidents).toHaveLength(1);
    expect(incidents[0].state).toBe('triggered');
  });

  it('stay over when their beginning is sent again', () => {
    const { incidents } = history()
      .incident('A', { at: '11-05 08:00', resolved: '11-05 08:10' })
      .observe({
        kind: 'incident',
        id: 'a copy from another replica',
        source: 'pagerduty',
        at: '2026-11-05T08:11:00Z',
        entityRef: 'component:default/checkout',
        incidentKey: 'pagerduty:A',
        phase: 'triggered',
        startedAt: '2026-11-05T08:00:00Z',
      })
      .facts();
    expect(incidents).toHaveLength(1);
    expect(incidents[0].state).toBe('resolved');
  });
});

describe('environments', () => {
  it('that are not named count nowhere, and fail nothing elsewhere', () => {
    const facts = history()
      .deploys('v2', { at: '11-05 08:00', environment: 'staging' })
      .incident('INC-1', { at: '11-05 08:10', environment: 'staging' })
      .facts();
    expect(facts.deployments[1]).toMatchObject({
      production: false,
      verdict: { name: 'failed' },
    });
    expect(facts.incidents[0].production).toBe(false);
    expect(figureOf(facts, 'change-failure-rate')).toMatchObject({
      events: 0,
      sampleSize: 1,
    });
    expect(figureOf(facts, 'time-to-recover').sampleSize).toBe(0);
  });

  it('count as production when their sender says so', () => {
    const { deployments } = HistoryBuilder.create()
      .deploys('v1', {
        at: '11-05 08:00',
        environment: 'live',
        production: true,
      })
      .facts();
    expect(deployments[0].production).toBe(true);
  });

  it('have each their own history of versions', () => {
    const facts = history()
      .deploys('v2', { at: '11-05 08:00', environment: 'staging' })
      .deploys('v2', { at: '11-06 08:00' })
      .facts();
    expect(facts.deployments.map(({ type }) => type)).toEqual([
      'forward',
      'forward',
      'forward',
    ]);
  });
});

describe('the first deployment', () => {
  it('has no lead time, and leaves none to the next one', () => {
    const { deployments } = HistoryBuilder.create()
      .merges('a'.repeat(40), { at: '2024-01-01 08:00' })
      .merges('b'.repeat(40), { at: '11-01 07:00' })
      .merges('c'.repeat(40), { at: '11-05 07:00' })
      .deploys('v1', { at: '11-01 08:00', commitSha: 'b'.repeat(40) })
      .deploys('v2', { at: '11-05 08:00', commitSha: 'c'.repeat(40) })
      .facts();
    expect(
      deployments[0].changes.map(({ leadSeconds }) => leadSeconds),
    ).toEqual([undefined]);
    expect(deployments[1].changes.map(({ sha }) => sha[0])).toEqual(['c']);
    expect(deployments[1].changes[0].leadSeconds).toBe(3660);
  });
});

describe('a change whose author worked long on it', () => {
  it('is counted from its commit, and from its merge where that is unknown', () => {
    const facts = history()
      .merges('a'.repeat(40), { at: '11-05 09:00', committed: '11-05 08:00' })
      .merges('b'.repeat(40), { at: '11-05 09:30' })
      .deploys('v2', { at: '11-05 10:00', commitSha: 'b'.repeat(40) })
      .facts();
    expect(
      facts.deployments[1].changes.map(({ basis, leadSeconds }) => [
        basis,
        leadSeconds,
      ]),
    ).toEqual([
      ['commit', 7260],
      ['merge', 1860],
    ]);
    expect(figureOf(facts, 'change-lead-time').basis).toBe('mixed');
  });
});

describe('a revert under a new commit', () => {
  const reverting = () =>
    history()
      .merges('a'.repeat(40), { at: '11-05 09:00', number: '#7' })
      .deploys('v2', { at: '11-05 10:00', commitSha: 'a'.repeat(40) })
      .merges('b'.repeat(40), { at: '11-08 09:00', reverts: ['#7'] });

  it('fails the deployment that shipped what it takes back', () => {
    const facts = reverting()
      .deploys('v3', { at: '11-08 10:00', commitSha: 'b'.repeat(40) })
      .facts();
    expect(story(facts)).toEqual([
      'v1 forward clean',
      'v2 forward failed',
      'v3 forward clean',
    ]);
    expect(facts.deployments[1]).toMatchObject({
      verdict: { suspected: true, confidence: 0.7 },
      remediatedBy: facts.deployments[2].id,
      recoveredAt: '2026-11-08T10:01:00.000Z',
    });
    expect(facts.deployments[2]).toMatchObject({
      unplanned: true,
      remediates: facts.deployments[1].id,
    });
  });

  it('blames nobody when both go out together', () => {
    const facts = history()
      .merges('a'.repeat(40), { at: '11-05 09:00', number: '#7' })
      .merges('b'.repeat(40), { at: '11-05 09:30', reverts: ['#7'] })
      .deploys('v2', { at: '11-05 10:00', commitSha: 'b'.repeat(40) })
      .facts();
    expect(story(facts)).toEqual(['v1 forward clean', 'v2 forward clean']);
  });
});

describe('names of versions', () => {
  it('that move say nothing: the digest does', () => {
    const latest = (at: string, digest: string) => ({
      at,
      artifacts: [`app@sha256:${digest}`],
    });
    const facts = HistoryBuilder.create()
      .deploys('latest', latest('11-01 08:00', 'aa'))
      .deploys('latest', latest('11-02 08:00', 'bb'))
      .deploys('latest', latest('11-02 09:00', 'aa'))
      .facts();
    expect(facts.deployments.map(({ type }) => type)).toEqual([
      'forward',
      'forward',
      'rollback',
    ]);
  });

  it('that are commits tell new from old, also beside a pipeline', () => {
    const at = (day: string, sha: string) => ({
      at: `11-${day} 08:00`,
      version: undefined,
      commitSha: sha.slice(0, 7),
      artifacts: [`shop/checkout:${sha.slice(0, 7)}`],
      source: 'argocd',
    });
    const [one, two] = ['3f2a91c', '8f14e45'].map(sha => sha.padEnd(40, '0'));
    const { deployments } = HistoryBuilder.create()
      .deploys('one', at('01', one))
      .deploys('two', at('02', two))
      .deploys('two', {
        at: '11-02 07:59',
        version: undefined,
        commitSha: two,
        source: 'github',
      })
      .deploys('two', at('03', two))
      .deploys('one', at('04', one))
      .facts();
    expect(
      deployments.map(({ type, commitSha }) => `${type} ${commitSha}`),
    ).toEqual([
      'forward 3f2a91c',
      `forward ${two}`,
      'redeploy 8f14e45',
      'rollback 3f2a91c',
    ]);
  });

  it('that move are never the same, without a digest', () => {
    const { deployments } = HistoryBuilder.create()
      .deploys('latest', { at: '11-01 08:00' })
      .deploys('latest', { at: '11-01 08:30' })
      .facts();
    expect(deployments.map(({ type }) => type)).toEqual(['forward', 'forward']);
  });
});

describe('a rollback over several versions', () => {
  const back = () =>
    history()
      .deploys('v2', { at: '11-05 08:00' })
      .deploys('v3', { at: '11-05 12:00' });

  it('blames the first deployment after the version it leads to', () => {
    const facts = back().deploys('v1', { at: '11-05 13:00' }).facts();
    expect(story(facts)).toEqual([
      'v1 forward clean',
      'v2 forward failed',
      'v3 forward clean',
      'v1 rollback rollback',
    ]);
    expect(facts.deployments[1].evidence[0]).toMatchObject({
      rule: 'version-reappeared',
      confidence: 0.8,
      deploymentId: facts.deployments[3].id,
    });
  });

  it('blames one after the other when it goes step by step', () => {
    const facts = back()
      .deploys('v2', { at: '11-05 13:00' })
      .deploys('v1', { at: '11-05 13:30' })
      .facts();
    expect(story(facts)).toEqual([
      'v1 forward clean',
      'v2 forward failed',
      'v3 forward failed',
      'v2 rollback rollback',
      'v1 rollback rollback',
    ]);
  });

  it('is none when what was rolled back is brought out again', () => {
    const facts = back()
      .deploys('v2', { at: '11-05 13:00' })
      .deploys('v3', { at: '11-06 13:00' })
      .facts();
    expect(facts.deployments[4]).toMatchObject({
      version: 'v3',
      type: 'forward',
      verdict: { name: 'clean' },
    });
  });

  it('that failed itself ends nothing', () => {
    const { deployments } = back()
      .deploys('v2', { at: '11-05 13:00', ends: 'failed', rollback: true })
      .facts();
    expect(deployments[2]).toMatchObject({ verdict: { name: 'failed' } });
    expect(deployments[2].recoveredAt).toBeUndefined();
    expect(deployments[2].remediatedBy).toBeUndefined();
  });
});

describe('incidents and deployments', () => {
  it('are never joined outside the window', () => {
    const facts = history().incident('INC-1', { at: '11-02 08:01:01' }).facts();
    expect(facts.deployments[0].evidence).toEqual([]);
    expect(facts.incidents[0].cause).toBeUndefined();
  });

  it('are joined to its last second, the longer after the less surely', () => {
    const { deployments } = history()
      .incident('INC-1', { at: '11-02 08:01:00' })
      .facts();
    expect(deployments[0].evidence).toEqual([
      expect.objectContaining({ rule: 'incident-in-window', confidence: 0.3 }),
    ]);
    expect(deployments[0].verdict).toMatchObject({
      name: 'failed',
      suspected: true,
    });
  });

  it('share the blame when several went live, the last one most', () => {
    const { deployments, incidents } = history()
      .deploys('v2', { at: '11-05 08:00' })
      .deploys('v3', { at: '11-05 08:10' })
      .incident('INC-1', { at: '11-05 08:12' })
      .facts();
    expect(deployments.map(({ evidence }) => evidence[0]?.confidence)).toEqual([
      undefined,
      0.199,
      0.4,
    ]);
    expect(incidents[0].cause?.version).toBe('v3');
    expect(deployments.map(({ verdict }) => verdict.name)).toEqual([
      'clean',
      'clean',
      'failed',
    ]);
  });

  it('are joined by the version that an incident names', () => {
    const { deployments, incidents } = history()
      .deploys('v2', { at: '11-05 08:00' })
      .deploys('v3', { at: '11-05 08:10' })
      .incident('INC-1', { at: '11-05 08:12', version: 'v2' })
      .facts();
    expect(deployments.map(rulesOf)).toEqual([[], ['incident-names-it'], []]);
    expect(incidents[0].cause).toMatchObject({
      version: 'v2',
      confidence: 0.9,
      rule: 'incident-names-it',
    });
  });

  it('are not joined when it names a version that ran long before', () => {
    const { incidents } = history()
      .deploys('v2', { at: '11-05 08:00' })
      .incident('INC-1', { at: '11-05 08:12', version: 'v1' })
      .facts();
    expect(incidents[0].cause).toBeUndefined();
  });

  it('are not joined when our own figures raised it', () => {
    const facts = history()
      .deploys('v2', { at: '11-05 08:00' })
      .incident('INC-1', { at: '11-05 08:12', derived: true })
      .facts();
    expect(facts.deployments[1].evidence).toEqual([]);
    expect(figureOf(facts, 'time-to-recover').sampleSize).toBe(0);
  });

  it('are not joined when what it would blame was gone by then', () => {
    const { incidents } = history()
      .deploys('v2', { at: '11-05 08:00' })
      .deploys('v1', { at: '11-05 08:30' })
      .incident('INC-1', { at: '11-05 09:00' })
      .facts();
    expect(incidents[0].cause).toBeUndefined();
  });

  it('count a deployment once, however many incidents it caused', () => {
    const facts = history()
      .deploys('v2', { at: '11-05 08:00' })
      .incident('INC-1', { at: '11-05 08:10', resolved: '11-05 08:20' })
      .incident('INC-2', { at: '11-05 08:40', resolved: '11-05 09:30' })
      .facts();
    expect(figureOf(facts, 'change-failure-rate').events).toBe(1);
    expect(facts.deployments[1].recoveredAt).toBe('2026-11-05T09:30:00.000Z');
  });

  it('are not held against what a merge closed', () => {
    const facts = history()
      .deploys('v2', { at: '11-05 08:00' })
      .incident('INC-1', {
        at: '11-05 08:10',
        resolved: '11-05 08:20',
        mergedInto: 'pagerduty:INC-2',
      })
      .facts();
    expect(facts.deployments[1].evidence).toEqual([]);
    expect(facts.incidents[0].merged).toBe(true);
    expect(figureOf(facts, 'time-to-recover').sampleSize).toBe(0);
  });
});

describe('an empty window', () => {
  it('gives no numbers, not 0 %', () => {
    const { metrics } = metricsOf({
      deployments: [],
      incidents: [],
      from,
      to: now,
      now,
    });
    metrics.forEach(figure => {
      expect(figure.state).toBe('no-data');
      expect(figure.value).toBeUndefined();
    });
  });
});
