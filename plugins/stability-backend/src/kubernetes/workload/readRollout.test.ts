import { aDeployment } from '../__fixtures__/workloads';
import { readRollout } from './readRollout';

const steps = {
  strategy: {
    canary: { steps: [{ setWeight: 10 }, {}, { setWeight: 50 }, {}] },
  },
};
const read = (
  status: NonNullable<Parameters<typeof aDeployment>[0]['status']>,
) =>
  readRollout(
    aDeployment({
      revision: 3,
      spec: steps,
      // a Rollout writes its generation as text
      status: { observedGeneration: '1', ...status },
    }),
  );

describe('readRollout', () => {
  it('succeeded when what is new is what is stable', () => {
    const healthy = { phase: 'Healthy', currentPodHash: 'a', stableRS: 'a' };
    expect(read(healthy)).toMatchObject({
      kind: 'rollout',
      revision: 3,
      progress: { phase: 'succeeded' },
    });
    expect(read({ ...healthy, stableRS: 'b' })?.progress.phase).toBe('started');
    expect(read({ ...healthy, phase: 'Paused' })?.progress.phase).toBe(
      'started',
    );
    expect(read({ phase: 'Healthy' })?.progress.phase).toBe('started');
  });

  it('was aborted, when and why', () => {
    expect(
      read({
        phase: 'Degraded',
        abort: true,
        abortedAt: '2026-11-20T08:07:00Z',
        message: 'RolloutAborted: Metric "errors" assessed Failed',
      })?.progress,
    ).toEqual({
      phase: 'aborted',
      at: '2026-11-20T08:07:00.000Z',
      reason: 'RolloutAborted: Metric "errors" assessed Failed',
    });
  });

  it('failed only by its deadline: what cannot be read is no roll-out', () => {
    const degraded = (reason: string) =>
      read({
        phase: 'Degraded',
        conditions: [{ type: 'Progressing', status: 'False', reason }],
      })?.progress.phase;
    expect(degraded('ProgressDeadlineExceeded')).toBe('failed');
    expect(degraded('InvalidSpec')).toBe('started');
  });

  it('takes the traffic from the router, else from the steps', () => {
    const canary = { weights: { canary: { weight: 30 } } };
    expect(read({ canary, currentStepIndex: 3 })?.traffic).toBe(0.3);
    expect(read({ currentStepIndex: 3 })?.traffic).toBe(0.5);
    expect(read({ currentStepIndex: 1 })?.traffic).toBe(0.1);
    expect(read({})?.traffic).toBeUndefined();
  });

  it.each([
    ['RolledBack', true],
    ['FastRolledBack', true],
    ['Promoted', undefined],
  ])('says that it was %s', (completionStatus, rollback) => {
    expect(read({ duration: { completionStatus } })?.rollback).toBe(rollback);
  });
});
