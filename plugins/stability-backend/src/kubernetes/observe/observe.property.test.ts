import fc from 'fast-check';
import { histories } from '../__testUtils__/histories';
import { at } from '../__fixtures__/workloads';
import { type Workload, workloadKey } from '../workload/Workload';
import { emptyCluster, readClusters, writeClusters } from './ClusterState';
import { observe } from './observe';

/** Looks at a cluster again and again, the portal started anew each time. */
function poll(looks: Workload[][]) {
  let state = writeClusters({ eu: emptyCluster() });
  return looks.flatMap((workloads, index) => {
    const { drafts, after } = observe({
      cluster: 'eu',
      environment: 'prod',
      before: readClusters(state).eu,
      now: {
        kind: 'deployment',
        isComplete: true,
        resourceVersion: String(index),
        changes: workloads.map(workload => ({
          key: workloadKey(workload),
          workload,
        })),
      },
      at: at('12:00:00'),
    });
    state = writeClusters({ eu: after });
    return drafts.flatMap(draft => (draft.kind === 'deployment' ? draft : []));
  });
}

/** A part of a history, in its order, the first and the last state with it. */
const sampled = histories.chain(states =>
  fc
    .subarray(states.slice(1, -1))
    .map(middle => [states[0], ...middle, ...states.slice(-1)]),
);

const OPTIONS = { numRuns: 2_000 };

describe('observe, however seldom one looks', () => {
  it('tells each change of version that can be seen once, and nothing else', () => {
    fc.assert(
      fc.property(sampled, looks => {
        const changed = looks
          .slice(1)
          .filter(
            (look, index) => look.version.key !== looks[index].version.key,
          )
          .map(look => `${look.revision} ${look.version.version}`);
        const runs = new Map(
          poll(looks.map(look => [look]))
            .filter(({ version }) => version !== undefined)
            .map(({ runId, version }) => [
              runId,
              `${runId.split(':').at(-1)} ${version}`,
            ]),
        );
        expect([...runs.values()]).toEqual(changed);
      }),
      OPTIONS,
    );
  });

  it('never tells a step twice, and looking again tells nothing', () => {
    fc.assert(
      fc.property(sampled, looks => {
        const once = poll(looks.map(look => [look])).map(({ id }) => id);
        const twice = poll(looks.flatMap(look => [[look], [look]]));
        expect(new Set(once).size).toBe(once.length);
        expect(twice.map(({ id }) => id)).toEqual(once);
      }),
      OPTIONS,
    );
  });

  it('tells of the version that runs at the end how it ended', () => {
    fc.assert(
      fc.property(sampled, looks => {
        const last = looks[looks.length - 1];
        const drafts = poll(looks.map(look => [look]));
        const { runId } = drafts.at(-1) ?? {};
        const own = drafts.filter(draft => draft.runId === runId);
        fc.pre(own.length > 0 && last.progress.phase === 'succeeded');
        expect(own.map(({ phase }) => phase)).toContain('succeeded');
      }),
      OPTIONS,
    );
  });

  it('does not care in which order it is told of workloads', () => {
    fc.assert(
      fc.property(sampled, sampled, (a, b) => {
        const other = b.map(look => ({ ...look, name: 'cart', uid: 'uid-2' }));
        const length = Math.min(a.length, other.length);
        const pairs = Array.from({ length }, (_, i) => [a[i], other[i]]);
        const ids = (looks: Workload[][]) => poll(looks).map(({ id }) => id);
        expect(ids(pairs.map(([x, y]) => [y, x])).sort()).toEqual(
          ids(pairs).sort(),
        );
      }),
      { numRuns: 300 },
    );
  });
});
