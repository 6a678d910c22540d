import { HistoryBuilder } from '../../__fixtures__/HistoryBuilder';

/** v2 went live and failed, as a person says. */
function failing(): HistoryBuilder {
  return HistoryBuilder.create()
    .deploys('v1', { at: '11-01 08:00' })
    .deploys('v2', { at: '11-02 08:00', runId: 'two' })
    .corrects(
      { type: 'verdict', verdict: 'failed' },
      { at: '11-02 09:00', deploymentId: 'two', runIds: ['two'] },
    );
}

const recoveredAt = (build: HistoryBuilder) =>
  build.facts().deployments[1].recoveredAt?.slice(5, 19);

describe('a failure', () => {
  it('goes on when something else is deployed later', () => {
    expect(
      recoveredAt(failing().deploys('v3', { at: '11-03 08:00' })),
    ).toBeUndefined();
  });

  it('is over when a fix is live', () => {
    expect(
      recoveredAt(
        failing()
          .deploys('v3', { at: '11-02 10:00', unplanned: true })
          .deploys('v4', { at: '11-02 12:00' }),
      ),
    ).toBe('11-02T10:01:00');
  });

  it('is over when the version before is back', () => {
    expect(recoveredAt(failing().deploys('v1', { at: '11-02 11:00' }))).toBe(
      '11-02T11:01:00',
    );
  });

  it('is over with its incident, whatever is deployed before or after', () => {
    expect(
      recoveredAt(
        failing()
          .incident('INC-1', { at: '11-02 08:10', resolved: '11-02 20:00' })
          .deploys('v3', { at: '11-03 22:00' }),
      ),
    ).toBe('11-02T20:00:00');
  });
});

describe('a roll-out that itself failed', () => {
  const broken = () =>
    HistoryBuilder.create()
      .deploys('v1', { at: '11-01 08:00' })
      .deploys('v2', { at: '11-02 08:00', ends: 'failed', target: 'eu' });

  it('is over when the next one completes there', () => {
    expect(
      recoveredAt(broken().deploys('v3', { at: '11-02 12:00', target: 'eu' })),
    ).toBe('11-02T12:01:00');
  });

  it('goes on when one completes elsewhere', () => {
    expect(
      recoveredAt(broken().deploys('v3', { at: '11-02 12:00', target: 'us' })),
    ).toBeUndefined();
  });
});
