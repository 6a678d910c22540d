import { HistoryBuilder } from '../../__fixtures__/HistoryBuilder';
import type { BudgetAnswer } from '../../observation/BudgetAnswer';
import type { FactRules } from '../ServiceFacts';

function history() {
  return HistoryBuilder.create().deploys('v1', { at: '11-01 08:00' });
}

describe('time', () => {
  const at = (now: string) =>
    history().deploys('v2', { at: '11-05 08:00' }).facts({ now });

  it('leaves a deployment pending until its window is over', () => {
    const facts = at('11-06 08:00:59');
    expect(facts.deployments[1].verdict).toEqual({
      name: 'pending',
      confidence: 0,
      suspected: false,
      decidedBy: 'rule',
      dueAt: '2026-11-06T08:01:00.000Z',
      windowSeconds: 86_400,
    });
    expect(facts.nextDueAt).toBe('2026-11-06T08:01:00.000Z');
  });

  it('makes it clean at that very instant', () => {
    const facts = at('11-06 08:01:00');
    expect(facts.deployments[1].verdict).toEqual({
      name: 'clean',
      confidence: 1,
      suspected: false,
      decidedBy: 'rule',
      windowSeconds: 86_400,
    });
    expect(facts.nextDueAt).toBeUndefined();
  });

  it('follows the rules of the portal', () => {
    const { deployments } = history().facts({
      now: '11-01 08:31',
      rules: { verdictWindowSeconds: 1800 },
    });
    expect(deployments[0].verdict.name).toBe('clean');
  });

  it('does not wait for a failure', () => {
    const facts = history()
      .deploys('v2', { at: '11-05 08:00', ends: 'failed' })
      .facts({ now: '11-05 08:02' });
    expect(facts.deployments[1].verdict.name).toBe('failed');
    expect(facts.nextDueAt).toBeUndefined();
  });

  it('ends what one door forgot to end, and says when it will', () => {
    const lost = history()
      .deploys('v2', { at: '11-05 08:00', runId: 'a' })
      .deploys('v2', { at: '11-05 08:10', ends: undefined, source: 'argocd' });
    const before = lost.facts({ now: '11-06 08:09' });
    expect(before.deployments[1].state).toBe('in-progress');
    expect(before.nextDueAt).toBe('2026-11-06T08:10:00.000Z');
    expect(lost.facts({ now: '11-06 08:10' }).deployments[1]).toMatchObject({
      state: 'succeeded',
      verdict: { name: 'clean' },
    });
  });
});

describe('a roll-out', () => {
  it.each([
    ['failed', undefined, 'failed', 0.9],
    ['failed', 0.4, 'prevented', 0.9],
    ['aborted', 0.6, 'failed', 0.9],
    ['aborted', 0.49, 'prevented', 0.9],
    ['aborted', undefined, 'failed', 0.6],
    ['canceled', undefined, 'not-counted', 1],
    ['superseded', undefined, 'not-counted', 1],
  ] as const)('that %s at %s is %s', (ends, traffic, name, confidence) => {
    const { deployments } = history()
      .deploys('v2', { at: '11-05 08:00', ends, traffic })
      .facts();
    expect(deployments[1].verdict).toMatchObject({ name, confidence });
  });

  it('that was stopped early still fails by an incident that names it', () => {
    const { deployments } = history()
      .deploys('v2', { at: '11-05 08:00', ends: 'aborted', traffic: 0.1 })
      .incident('INC-1', { at: '11-05 08:00:30', version: 'v2' })
      .facts();
    expect(deployments[1].verdict.name).toBe('failed');
  });

  it.each<[string, Partial<BudgetAnswer>, number | undefined, string, number]>([
    ['burned budget', {}, 0.1, 'failed', 0.9],
    ['burned budget slowly', { burningFrom: undefined }, 0.1, 'failed', 0.9],
    ['burned a trifle', { burned: 0.019 }, 0.1, 'prevented', 0.9],
    [
      'burned no more than before',
      { burnedBefore: 0.1 },
      0.1,
      'prevented',
      0.9,
    ],
    ['burned budget without a user', {}, 0, 'prevented', 0.9],
    [
      'burned budget, and how far it went is not known',
      {},
      undefined,
      'failed',
      0.6,
    ],
  ])(
    'that was stopped early and %s',
    (_, answer, traffic, name, confidence) => {
      const [, canary] = history()
        .deploys('v2', {
          at: '11-05 08:00',
          runId: 'two',
          ends: 'aborted',
          traffic,
        })
        .burns('two', {
          at: '11-05 08:02',
          burned: 0.2,
          burningFrom: '2026-11-05T08:05:00Z',
          ...answer,
        })
        .facts().deployments;
      expect(canary.verdict).toMatchObject({ name, confidence });
      expect(canary.budgetBurned?.share).toBe(answer.burned ?? 0.2);
    },
  );

  it('that harmed users before it was stopped has the times of a failure', () => {
    const { deployments } = history()
      .deploys('v2', {
        at: '11-05 08:00',
        runId: 'two',
        ends: 'aborted',
        traffic: 0.1,
      })
      .burns('two', {
        at: '11-05 08:02',
        burned: 0.2,
        burningFrom: '2026-11-05T08:05:00Z',
      })
      .facts();
    expect(deployments[1]).toMatchObject({
      impactFrom: '2026-11-05T08:00:00.000Z',
      detectedAt: '2026-11-05T08:01:00.000Z',
      recoveredAt: '2026-11-05T08:01:00.000Z',
      verdict: { suspected: false },
    });
  });

  it('that failed and was then put right by the next one is over with that', () => {
    const { deployments } = history()
      .deploys('v2', { at: '11-05 08:00', ends: 'failed' })
      .deploys('v3', { at: '11-05 10:00' })
      .facts();
    expect(deployments[1]).toMatchObject({
      impactFrom: '2026-11-05T08:00:00.000Z',
      detectedAt: '2026-11-05T08:01:00.000Z',
      recoveredAt: '2026-11-05T10:01:00.000Z',
    });
    expect(deployments[1].remediatedBy).toBeUndefined();
    expect(deployments[2].unplanned).toBe(false);
  });
});

describe('a rollback that its sender calls one', () => {
  it('blames what was still rolling out', () => {
    const { deployments } = history()
      .deploys('v2', { at: '11-05 08:00', ends: undefined })
      .deploys('v1', { at: '11-05 08:05', rollback: true })
      .facts();
    expect(deployments[1].verdict).toMatchObject({
      name: 'failed',
      confidence: 0.95,
    });
  });

  it('to a version that nobody knows blames what ran last', () => {
    const { deployments } = history()
      .deploys('v2', { at: '11-05 08:00' })
      .deploys('v0', { at: '11-05 08:05', rollback: true })
      .facts();
    expect(deployments.map(({ verdict }) => verdict.name)).toEqual([
      'clean',
      'failed',
      'rollback',
    ]);
  });

  it('as the first thing ever heard blames nobody', () => {
    const { deployments } = HistoryBuilder.create()
      .deploys('v1', { at: '11-05 08:00', rollback: true })
      .facts();
    expect(deployments[0]).toMatchObject({ type: 'rollback', unplanned: true });
    expect(deployments[0].remediates).toBeUndefined();
  });
});

describe('a hotfix', () => {
  const fixed = (at: string) =>
    history()
      .deploys('v2', { at: '11-05 08:00' })
      .deploys('v2.1', { at, unplanned: true })
      .facts();

  it('speaks against what was deployed just before it', () => {
    const { deployments } = fixed('11-05 12:00');
    expect(deployments[1]).toMatchObject({
      verdict: { name: 'failed', confidence: 0.6, suspected: true },
      remediatedBy: deployments[2].id,
      recoveredAt: '2026-11-05T12:01:00.000Z',
    });
    expect(deployments[1].evidence).toEqual([
      expect.objectContaining({
        rule: 'hotfix',
        deploymentId: deployments[2].id,
      }),
    ]);
  });

  it('long after it speaks against nobody', () => {
    const { deployments } = fixed('11-06 08:02');
    expect(deployments[1].verdict.name).toBe('clean');
    expect(deployments[2]).toMatchObject({ unplanned: true });
  });

  it('may be known by its change only', () => {
    const { deployments } = history()
      .deploys('v2', { at: '11-05 08:00' })
      .merges('f'.repeat(40), { at: '11-05 09:00', unplanned: true })
      .deploys('v3', { at: '11-05 10:00', commitSha: 'f'.repeat(40) })
      .facts();
    expect(deployments[1].verdict.name).toBe('failed');
    expect(deployments[2].unplanned).toBe(true);
  });
});

describe('the budget that burned', () => {
  const verdictOf = (
    answer: Partial<BudgetAnswer>,
    rules: Partial<FactRules> = {},
  ) =>
    history()
      .deploys('v2', { at: '11-05 08:00', runId: 'two' })
      .burns('two', {
        at: '11-06 09:00',
        burned: 0.2,
        burningFrom: '2026-11-05T08:30:00Z',
        ...answer,
      })
      .facts({ rules }).deployments[1];

  it('fails what was live when an alert began', () => {
    const deployment = verdictOf({});
    expect(deployment.verdict).toMatchObject({
      name: 'failed',
      suspected: true,
    });
    expect(deployment.evidence).toEqual([
      expect.objectContaining({
        rule: 'budget-burned',
        at: '2026-11-05T08:30:00.000Z',
        burned: 0.2,
        objective: 'availability',
        confidence: 0.6,
      }),
    ]);
    expect(deployment.detectedAt).toBe('2026-11-05T08:30:00.000Z');
    expect(deployment.budgetBurned?.share).toBe(0.2);
  });

  it.each<[string, Partial<BudgetAnswer>]>([
    ['no alert began', { burningFrom: undefined }],
    ['it was a trifle', { burned: 0.019 }],
    ['it burned before as well', { burnedBefore: 0.02 }],
    ['it burned half as much before', { burned: 0.03, burnedBefore: 0.015 }],
    ['it began before', { burningFrom: '2026-11-05T07:59:59Z' }],
    ['it began after the window', { burningFrom: '2026-11-06T08:01:01Z' }],
  ])('says nothing when %s', (_, answer) => {
    const deployment = verdictOf(answer);
    expect(deployment.evidence).toEqual([]);
    expect(deployment.verdict.name).toBe('clean');
    expect(deployment.budgetBurned).toBeDefined();
  });

  it('counts from the share that the portal set', () => {
    expect(verdictOf({ burned: 0.2 }, { burnedShare: 0.2 }).verdict.name).toBe(
      'failed',
    );
    expect(verdictOf({ burned: 0.2 }, { burnedShare: 0.21 }).verdict.name).toBe(
      'clean',
    );
  });

  it('is held against what had replaced it by then', () => {
    const { deployments } = history()
      .deploys('v2', { at: '11-05 08:00', runId: 'two' })
      .deploys('v3', { at: '11-05 08:20', runId: 'three' })
      .burns('two', {
        at: '11-06 09:00',
        burned: 0.2,
        burningFrom: '2026-11-05T08:30:00Z',
      })
      .facts();
    expect(deployments[1].evidence).toEqual([]);
  });

  it('shows the objective that lost most', () => {
    const { deployments } = history()
      .burns('github:v1:2026-11-01T08:00:00.000Z', {
        at: '11-02 09:00',
        burned: 0.1,
      })
      .burns('github:v1:2026-11-01T08:00:00.000Z', {
        at: '11-02 09:00',
        burned: 0.3,
        objective: 'latency',
        displayName: 'Latency',
      })
      .facts();
    expect(deployments[0].budgetBurned).toMatchObject({
      objective: 'latency',
      displayName: 'Latency',
      share: 0.3,
    });
  });
});

it('says how long rules looked for a failure, where none was found', () => {
  const { deployments } = HistoryBuilder.create()
    .deploys('v1', { at: '11-01 08:00' })
    .deploys('v2', { at: '11-05 08:00', ends: 'failed' })
    .deploys('v3', { at: '11-05 23:00' })
    .facts({ now: '11-06 08:00', rules: { verdictWindowSeconds: 12 * 3600 } });
  expect(
    deployments.map(({ verdict }) => [verdict.name, verdict.windowSeconds]),
  ).toEqual([
    ['clean', 43_200],
    ['failed', undefined],
    ['pending', 43_200],
  ]);
});
