import { HistoryBuilder } from '../../__fixtures__/HistoryBuilder';

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
