import { HistoryBuilder } from '../../__fixtures__/HistoryBuilder';
import { metricsOf } from '../../metrics/metricsOf';

const sha = (letter: string) => letter.repeat(40);

function history() {
  return HistoryBuilder.create().deploys('v1', { at: '11-01 08:00' });
}

const shipped = (builder: HistoryBuilder) =>
  builder
    .facts()
    .deployments.map(({ changes }) => changes.map(change => change.sha[0]));

describe('which deployment ships a change', () => {
  it('is the first one built from it or from a later one', () => {
    const ships = shipped(
      history()
        .merges(sha('a'), { at: '11-02 08:00' })
        .merges(sha('b'), { at: '11-02 09:00' })
        .merges(sha('c'), { at: '11-02 10:00' })
        .deploys('v2', { at: '11-02 11:00', commitSha: sha('b') })
        .deploys('v3', { at: '11-03 11:00', commitSha: sha('c') }),
    );
    expect(ships).toEqual([[], ['a', 'b'], ['c']]);
  });

  it('is found by a short form of the commit', () => {
    const ships = shipped(
      history()
        .merges(sha('a'), { at: '11-02 08:00' })
        .merges(sha('b'), { at: '11-02 09:00' })
        .deploys('v2', { at: '11-02 11:00', commitSha: 'aaaaaaa' }),
    );
    expect(ships).toEqual([[], ['a']]);
  });

  it('goes by time when the commit belongs to another service', () => {
    const ships = shipped(
      history()
        .merges(sha('a'), { at: '11-02 08:00' })
        .merges(sha('b'), { at: '11-02 11:30' })
        .deploys('v2', { at: '11-02 11:00', commitSha: sha('9') }),
    );
    expect(ships).toEqual([[], ['a']]);
  });

  it('is what the sender lists, known or not, each of them once', () => {
    const ships = shipped(
      history()
        .merges(sha('a'), { at: '11-02 08:00' })
        .merges(sha('b'), { at: '11-02 09:00' })
        .deploys('v2', { at: '11-02 11:00', changes: [sha('b'), sha('d')] })
        .deploys('v3', { at: '11-03 11:00', changes: [sha('a'), sha('b')] }),
    );
    expect(ships).toEqual([[], ['b', 'd'], ['a']]);
  });

  it('is the one that went to all users, not the canary that was stopped', () => {
    const builder = history()
      .merges(sha('a'), { at: '11-02 08:00' })
      .deploys('v2', {
        at: '11-02 11:00',
        commitSha: sha('a'),
        ends: 'aborted',
        traffic: 0.1,
      })
      .deploys('v3', { at: '11-03 08:00', commitSha: sha('a') });
    const { deployments } = builder.facts();
    expect(shipped(builder)).toEqual([[], ['a'], ['a']]);
    expect(deployments[1].changes[0].leadSeconds).toBeUndefined();
    expect(deployments[2].changes[0].leadSeconds).toBe(86_460);
  });

  it('is not the one that brings it out again after a rollback', () => {
    const ships = shipped(
      history()
        .merges(sha('a'), { at: '11-02 08:00' })
        .deploys('v2', { at: '11-02 11:00', commitSha: sha('a') })
        .deploys('v1', { at: '11-02 11:30' })
        .deploys('v2', { at: '11-02 14:00', commitSha: sha('a') }),
    );
    expect(ships).toEqual([[], ['a'], [], []]);
  });
});

describe('how sure it is that a deployment carried a change', () => {
  const carried = (builder: HistoryBuilder) =>
    builder
      .facts()
      .deployments.map(({ changes }) =>
        changes.map(({ sha: [name], inferred }) =>
          inferred ? [name, inferred.from, inferred.confidence] : [name],
        ),
      );
  const two = () =>
    history()
      .merges(sha('a'), { at: '11-02 08:00' })
      .merges(sha('b'), { at: '11-02 09:00' });

  it('is certain of the commit itself, and of what the sender lists', () => {
    expect(
      carried(two().deploys('v2', { at: '11-02 11:00', commitSha: sha('b') })),
    ).toEqual([[], [['a', 'commit', 0.9], ['b']]]);
    expect(
      carried(
        two().deploys('v2', {
          at: '11-02 11:00',
          changes: [sha('a'), sha('b')],
        }),
      ),
    ).toEqual([[], [['a'], ['b']]]);
  });

  it('is less certain by time, where nobody reported the commit or none is named', () => {
    for (const commitSha of [sha('9'), undefined]) {
      expect(
        carried(two().deploys('v2', { at: '11-02 11:00', commitSha })),
      ).toEqual([
        [],
        [
          ['a', 'time', 0.5],
          ['b', 'time', 0.5],
        ],
      ]);
    }
  });

  it('says of a lead time how much of it is inferred', () => {
    const builder = two().deploys('v2', {
      at: '11-02 11:00',
      commitSha: sha('b'),
    });
    const { metrics } = metricsOf({
      ...builder.facts(),
      from: '2026-11-01T00:00:00Z',
      to: '2026-12-01T00:00:00Z',
      now: '2026-12-31T00:00:00Z',
    });
    const leadTime = metrics.find(
      ({ metric }) => metric === 'change-lead-time',
    );
    expect(leadTime).toMatchObject({ sampleSize: 2, inferred: 1 });
    expect(
      metrics.filter(figure => figure.inferred !== undefined),
    ).toHaveLength(1);
  });

  it('invents nothing: no change that nobody reported or listed', () => {
    expect(
      carried(
        history().deploys('v2', { at: '11-02 11:00', commitSha: sha('9') }),
      ),
    ).toEqual([[], []]);
  });

  it('is never sure of what landed after the deployed commit', () => {
    const pushed = history();
    for (const [name, committedAt] of [
      ['a', '2026-10-20T08:00:00Z'],
      ['b', '2026-11-04T08:00:00Z'],
      ['c', '2026-11-04T09:00:00Z'],
    ]) {
      pushed.observe({
        kind: 'change',
        id: `github:commit:${name}`,
        source: 'github',
        at: committedAt,
        entityRef: 'component:default/checkout',
        sha: sha(name),
        committedAt,
        // one push
        mergedAt: '2026-11-05T08:00:00Z',
      });
    }
    // on a branch since October, on main since the 5th
    pushed.deploys('v2', { at: '11-03 11:00', commitSha: sha('9') });
    pushed.deploys('v3', { at: '11-05 11:00', commitSha: sha('b') });
    pushed.deploys('v4', { at: '11-06 11:00', commitSha: sha('c') });
    expect(carried(pushed)).toEqual([
      [],
      [],
      [['a', 'commit', 0.9], ['b']],
      [['c']],
    ]);
  });

  it('keeps commits of one push and one instant together', () => {
    const pushed = history();
    for (const name of ['d', 'a', 'c']) {
      pushed.merges(sha(name), {
        at: '11-05 08:00',
        committed: '11-05 07:00',
      });
    }
    pushed.deploys('v2', { at: '11-05 11:00', commitSha: sha('c') });
    expect(carried(pushed)).toEqual([
      [],
      [['a', 'commit', 0.9], ['d', 'commit', 0.9], ['c']],
    ]);
  });

  it('keeps the commit with its deployment when clocks disagree', () => {
    const builder = history()
      .merges(sha('a'), { at: '11-02 11:30' })
      .deploys('v2', { at: '11-02 11:00', commitSha: sha('a') })
      .deploys('v3', { at: '11-03 11:00', commitSha: sha('9') });
    expect(carried(builder)).toEqual([[], [['a']], []]);
    const { changes } = builder.facts().deployments[1];
    expect(changes[0].leadSeconds).toBeUndefined();
  });

  it('does not count changes again after a way back, nor give them to it', () => {
    const ships = carried(
      two()
        .deploys('v2', { at: '11-02 11:00', commitSha: sha('b') })
        .deploys('v1', { at: '11-02 12:00', rollback: true })
        .merges(sha('c'), { at: '11-02 13:00' })
        .deploys('v3', { at: '11-02 14:00', commitSha: sha('c') }),
    );
    expect(ships).toEqual([[], [['a', 'commit', 0.9], ['b']], [], [['c']]]);
  });

  it('gives an older commit that is deployed late nothing that went before', () => {
    const ships = carried(
      two()
        .deploys('v3', { at: '11-02 11:00', commitSha: sha('b') })
        .deploys('v2', { at: '11-02 12:00', commitSha: sha('a') }),
    );
    expect(ships).toEqual([[], [['a', 'commit', 0.9], ['b']], []]);
  });

  it('weakens what is held against the deployment that shipped a change', () => {
    const reverting = (commitSha: string) =>
      two()
        .deploys('v2', { at: '11-02 11:00', commitSha })
        .merges(sha('c'), { at: '11-03 08:00', reverts: [sha('a')] })
        .deploys('v3', { at: '11-03 11:00', commitSha: sha('c') })
        .facts()
        .deployments[1].evidence.map(({ rule, confidence, inferred }) => [
          rule,
          confidence,
          inferred,
        ]);
    expect(reverting(sha('a'))).toEqual([['reverted', 0.7, undefined]]);
    expect(reverting(sha('b'))).toEqual([['reverted', 0.63, true]]);
    expect(reverting(sha('9'))).toEqual([['reverted', 0.35, true]]);
  });

  it('weakens what a hotfix says when nobody calls the deployment one', () => {
    const fixing = (
      told: Parameters<HistoryBuilder['deploys']>[1] | { at: string },
    ) =>
      history()
        .deploys('v2', { at: '11-03 08:00', commitSha: sha('8') })
        .merges(sha('a'), { at: '11-03 09:00', unplanned: true })
        .deploys('v3', told)
        .facts()
        .deployments[1].evidence.map(({ rule, confidence, inferred }) => [
          rule,
          confidence,
          inferred,
        ]);
    const at = '11-03 11:00';
    expect(fixing({ at, commitSha: sha('a') })).toEqual([
      ['hotfix', 0.6, undefined],
    ]);
    expect(fixing({ at, commitSha: sha('9') })).toEqual([
      ['hotfix', 0.3, true],
    ]);
    expect(fixing({ at, commitSha: sha('9'), unplanned: true })).toEqual([
      ['hotfix', 0.6, undefined],
    ]);
  });
});

describe('a change that two senders report', () => {
  it('is one change, with the best of both', () => {
    const { deployments } = history()
      .merges(sha('a'), {
        at: '11-02 08:00',
        number: '#7',
        title: 'Round prices up',
      })
      .observe({
        kind: 'change',
        id: 'github:push:1',
        source: 'github',
        at: '2026-11-02T08:00:01Z',
        entityRef: 'component:default/checkout',
        sha: sha('a'),
        committedAt: '2026-11-02T07:00:00Z',
        title: 'Round prices up (#7)',
      })
      .deploys('v2', { at: '11-02 09:00', commitSha: sha('a') })
      .facts();
    expect(deployments[1].changes).toEqual([
      {
        sha: sha('a'),
        number: '#7',
        title: 'Round prices up',
        url: undefined,
        committedAt: '2026-11-02T07:00:00.000Z',
        mergedAt: '2026-11-02T08:00:00.000Z',
        leadSeconds: 7260,
        basis: 'commit',
      },
    ]);
    expect(deployments[1].title).toBe('Round prices up');
  });
});
