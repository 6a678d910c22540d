import { aVersion, at, aWorkload } from '../__fixtures__/workloads';
import type { Workload } from '../workload/Workload';
import { observeWorkload } from './observeWorkload';
import type { WorkloadState } from './WorkloadState';

const started = (time: string) => ({ phase: 'started' as const, at: at(time) });
const succeeded = (time: string) => ({
  phase: 'succeeded' as const,
  at: at(time),
});
const found = {
  uid: 'uid-1',
  revision: 1,
  version: 'key-v1',
  progressAt: at('08:00:30'),
  line: ['key-v1'],
  seen: ['key-v1'],
};

/** Looks at one workload several times and keeps what is told. */
function watch(
  looks: Array<Partial<Workload>>,
  options: { before?: WorkloadState; isNew?: boolean } = { before: found },
) {
  let before = options.before;
  return looks.flatMap((changes, index) => {
    const sight = observeWorkload({
      cluster: 'eu',
      before,
      workload: aWorkload(changes),
      isNew: options.isNew ?? false,
      environment: 'prod',
      at: at(`10:00:${10 + index}`),
    });
    before = JSON.parse(JSON.stringify(sight.after));
    return sight.drafts;
  });
}

const steps = (drafts: ReturnType<typeof watch>) =>
  drafts.map(draft =>
    draft.kind === 'deployment'
      ? [draft.runId.split(':').at(-1), draft.phase].join(' ')
      : draft.kind,
  );

describe('observeWorkload', () => {
  it('counts nothing that ran before anybody looked', () => {
    expect(watch([{}, {}], {})).toEqual([]);
    expect(
      watch([{ revision: 7, progress: started('09:00:00') }, {}], {}),
    ).toEqual([]);
  });

  it('tells a roll-out once when it starts and once when it ends', () => {
    const v2 = { revision: 2, version: aVersion('v2') };
    const drafts = watch([
      { ...v2, progress: started('09:00:00') },
      { ...v2, progress: started('09:00:05') },
      { ...v2, progress: succeeded('09:00:20') },
      { ...v2, progress: succeeded('09:00:20') },
    ]);
    expect(drafts).toEqual([
      expect.objectContaining({
        id: 'kubernetes:eu:deployment:shop/checkout:uid-1:2:started',
        phase: 'started',
        at: at('09:00:00'),
        startedAt: at('09:00:00'),
        environment: 'prod',
        target: 'eu',
        version: 'v2',
        artifacts: ['registry.example.com/shop/checkout:v2'],
        identity: [
          { type: 'kubernetes-id', value: 'checkout' },
          { type: 'environment', value: 'prod' },
        ],
      }),
      expect.objectContaining({
        phase: 'succeeded',
        at: at('09:00:20'),
        startedAt: at('09:00:00'),
        finishedAt: at('09:00:20'),
      }),
    ]);
    expect(drafts[0]).not.toHaveProperty('rollback');
    expect(drafts[0]).not.toHaveProperty('title');
  });

  it('begins with the first version of what came into being while it looked', () => {
    expect(
      steps(watch([{ progress: succeeded('08:00:30') }], { isNew: true })),
    ).toEqual(['1 succeeded']);
  });

  it('tells nothing of restarts, settings, scaling and the same version again', () => {
    expect(
      watch([
        { revision: 2, progress: started('09:00:00') },
        { revision: 2, progress: succeeded('09:00:20') },
        { revision: 2, progress: started('09:10:00') },
        {
          revision: 2,
          progress: { phase: 'failed', at: at('09:20:00'), reason: 'late' },
        },
        { uid: 'uid-2', revision: 1 },
      ]),
    ).toEqual([]);
  });

  it('ends a run by what follows it with the same version', () => {
    const v2 = { version: aVersion('v2') };
    expect(
      steps(
        watch([
          { ...v2, revision: 2, progress: started('09:00:00') },
          { ...v2, revision: 3, progress: started('09:00:10') },
          { ...v2, revision: 3, progress: succeeded('09:00:20') },
        ]),
      ),
    ).toEqual(['2 started', '2 succeeded']);
  });

  it('takes a missed deadline for a failure that may still be made good', () => {
    const v2 = { revision: 2, version: aVersion('v2') };
    const late = {
      phase: 'failed' as const,
      at: at('09:10:00'),
      reason: 'ProgressDeadlineExceeded: ReplicaSet has timed out progressing.',
    };
    const drafts = watch([
      { ...v2, progress: late },
      { ...v2, progress: late },
      { ...v2, progress: succeeded('09:15:00') },
      { ...v2, progress: late },
    ]);
    expect(steps(drafts)).toEqual(['2 failed', '2 succeeded']);
    expect(drafts[0]).toMatchObject({ at: late.at, reason: late.reason });
  });

  it('calls the way back to a version that was live a rollback', () => {
    const drafts = watch([
      { revision: 2, version: aVersion('v2') },
      { revision: 3, version: aVersion('v1') },
    ]);
    expect(steps(drafts)).toEqual(['2 succeeded', '3 succeeded']);
    expect(drafts[1]).toMatchObject({ version: 'v1', rollback: true });
  });

  it('does not call it a rollback when people try the version again', () => {
    const drafts = watch([
      { revision: 2, version: aVersion('v2') },
      { revision: 3, version: aVersion('v1') },
      { revision: 4, version: aVersion('v2') },
    ]);
    expect(drafts[2]).not.toHaveProperty('rollback');
  });

  it('recognises a rollback by its ReplicaSet to what ran before anybody looked', () => {
    const [draft] = watch([
      { revision: 9, version: aVersion('v0'), served: [4] },
    ]);
    expect(draft).toMatchObject({ rollback: true });
  });

  it('says what it missed', () => {
    const drafts = watch([
      { revision: 3, version: aVersion('v2') },
      { revision: 6, version: aVersion('v3'), cause: 'Faster cart' },
    ]);
    expect(drafts.map(draft => 'title' in draft && draft.title)).toEqual([
      '1 revision before it unobserved',
      'Faster cart (2 revisions before it unobserved)',
    ]);
  });

  it('ends what is overtaken as superseded', () => {
    const drafts = watch([
      {
        revision: 2,
        version: aVersion('v2'),
        progress: started('09:00:00'),
      },
      {
        revision: 3,
        version: aVersion('v3'),
        progress: started('09:01:00'),
      },
    ]);
    expect(steps(drafts)).toEqual(['2 started', '2 superseded', '3 started']);
    expect(drafts[1]).toMatchObject({ at: at('09:01:00') });
  });

  it('goes by its own clock when the cluster still speaks of the revision before', () => {
    const [draft] = watch([
      {
        revision: 2,
        version: aVersion('v2'),
        progress: succeeded('08:00:30'),
      },
    ]);
    expect(draft).toMatchObject({ at: at('10:00:10') });
  });

  it('ignores an answer that is older than the one before', () => {
    expect(
      steps(watch([{ revision: 2, version: aVersion('v2') }, { revision: 1 }])),
    ).toEqual(['2 succeeded']);
  });

  it('takes a workload that was made anew with another version for a deployment', () => {
    const [draft] = watch([
      { uid: 'uid-2', revision: 1, version: aVersion('v2') },
    ]);
    expect(draft.id).toBe(
      'kubernetes:eu:deployment:shop/checkout:uid-2:1:succeeded',
    );
    expect(draft).not.toHaveProperty('title');
  });
});

describe('observeWorkload of a Rollout', () => {
  const rollout = { kind: 'rollout' as const };
  const canary = { ...rollout, revision: 2, version: aVersion('v2') };
  const aborted = {
    phase: 'aborted' as const,
    at: at('09:05:00'),
    reason: 'RolloutAborted: Metric "errors" assessed Failed',
  };

  it('tells how far an aborted canary had come, and why it was aborted', () => {
    const drafts = watch([
      { ...canary, progress: started('09:00:00'), traffic: 0.1 },
      { ...canary, progress: started('09:02:00'), traffic: 0.25 },
      { ...canary, progress: aborted, traffic: 0 },
      { ...canary, progress: aborted, traffic: 0 },
    ]);
    expect(steps(drafts)).toEqual(['2 started', '2 aborted']);
    expect(drafts[1]).toMatchObject({
      traffic: 0.25,
      reason: aborted.reason,
      at: aborted.at,
    });
  });

  it('does not take the stable version that never went away for a deployment', () => {
    const drafts = watch([
      { ...canary, progress: aborted },
      { ...rollout, revision: 3 },
      { ...rollout, revision: 4, version: aVersion('v3') },
    ]);
    expect(steps(drafts)).toEqual(['2 aborted', '4 succeeded']);
  });

  it('takes a change of mind during a canary for an abort', () => {
    const drafts = watch([
      { ...canary, progress: started('09:00:00'), traffic: 0.1 },
      { ...rollout, revision: 3, progress: succeeded('09:01:00') },
    ]);
    expect(steps(drafts)).toEqual(['2 started', '2 aborted']);
    expect(drafts[1]).toMatchObject({ traffic: 0.1, at: at('09:01:00') });
  });

  it('lets an aborted canary succeed when it is retried', () => {
    expect(
      steps(
        watch([
          { ...canary, progress: aborted },
          { ...canary, progress: started('09:10:00') },
          { ...canary, progress: succeeded('09:12:00') },
        ]),
      ),
    ).toEqual(['2 aborted', '2 succeeded']);
  });

  it("takes the Rollout's own word for a rollback", () => {
    const [draft] = watch([{ ...canary, rollback: true }]);
    expect(draft).toMatchObject({ rollback: true });
  });
});
