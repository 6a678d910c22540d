import { HistoryBuilder } from '../../__fixtures__/HistoryBuilder';

function story(build: HistoryBuilder): string[] {
  return build
    .facts()
    .deployments.map(
      ({ version, type, state, verdict }) =>
        `${version} ${type} ${state} ${verdict.name}`,
    );
}

const v4 = () => HistoryBuilder.create().deploys('v4', { at: '11-01 08:00' });

describe('a run of what is already live', () => {
  it('is the same again when it fails, and leaves the first one clean', () => {
    expect(
      story(
        v4()
          .deploys('v5', { at: '11-03 10:00' })
          .deploys('v5', { at: '11-03 11:00', ends: 'failed' }),
      ),
    ).toEqual([
      'v4 forward succeeded clean',
      'v5 forward succeeded clean',
      'v5 redeploy failed not-counted',
    ]);
  });

  it('is the same again at each door that tells of it', () => {
    expect(
      story(
        v4()
          .deploys('v5', { at: '11-03 10:00' })
          .deploys('v5', { at: '11-03 10:01', source: 'argocd' })
          .deploys('v5', { at: '11-03 11:00', ends: 'failed' })
          .deploys('v5', {
            at: '11-03 11:01',
            source: 'argocd',
            ends: 'failed',
          }),
      ),
    ).toEqual([
      'v4 forward succeeded clean',
      'v5 forward succeeded clean',
      'v5 redeploy failed not-counted',
    ]);
  });

  it('is no repeat in another place', () => {
    const [, second] = v4()
      .deploys('v5', { at: '11-03 10:00', target: 'eu' })
      .deploys('v5', { at: '11-03 10:20', target: 'eu', ends: 'failed' })
      .deploys('v5', { at: '11-03 10:40', target: 'us' })
      .facts().deployments;
    expect(second).toMatchObject({
      type: 'forward',
      verdict: { name: 'clean' },
      targets: [{ target: 'eu' }, { target: 'us' }],
    });
  });

  it('is a second try where another door saw the first one fail', () => {
    expect(
      story(
        v4()
          .deploys('v5', { at: '11-03 10:00' })
          .deploys('v5', {
            at: '11-03 10:00:10',
            seconds: 600,
            source: 'kubernetes',
            ends: 'failed',
          })
          .deploys('v5', { at: '11-03 10:30' })
          .deploys('v5', { at: '11-03 10:30:10', source: 'kubernetes' }),
      ),
    ).toEqual(['v4 forward succeeded clean', 'v5 forward succeeded clean']);
  });

  it('is a failure when another door sees the first run fail', () => {
    expect(
      story(
        v4().deploys('v5', { at: '11-03 10:00' }).deploys('v5', {
          at: '11-03 10:02',
          seconds: 600,
          source: 'kubernetes',
          ends: 'failed',
        }),
      ),
    ).toEqual(['v4 forward succeeded clean', 'v5 forward failed failed']);
  });
});
