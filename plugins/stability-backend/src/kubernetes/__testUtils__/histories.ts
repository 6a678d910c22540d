import fc from 'fast-check';
import { aVersion, aWorkload } from '../__fixtures__/workloads';
import type { Workload } from '../workload/Workload';

/** What somebody does to a Deployment. */
type Deed =
  | { deed: 'version'; version: number }
  | { deed: 'restart' | 'scale' | 'progress' | 'deadline' };

const deeds = fc.array(
  fc.oneof(
    fc.record({
      deed: fc.constant('version' as const),
      version: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({
      deed: fc.constantFrom(
        'restart' as const,
        'scale' as const,
        'progress' as const,
        'deadline' as const,
      ),
    }),
  ),
  { minLength: 1, maxLength: 30 },
);

const START = Date.UTC(2026, 10, 20, 9);

/** The states that a Deployment goes through, one each minute. */
export const histories: fc.Arbitrary<Workload[]> = deeds.map(list => {
  let now = aWorkload();
  const states = [now];
  list.forEach((one, index) => {
    const time = new Date(START + index * 60_000).toISOString();
    now = { ...now, ...next(now, one, time) };
    states.push(now);
  });
  return states;
});

function next(now: Workload, deed: Deed, time: string): Partial<Workload> {
  const begun = {
    revision: now.revision + 1,
    progress: { phase: 'started' as const, at: time },
  };
  const isOpen = now.progress.phase !== 'succeeded';
  switch (deed.deed) {
    case 'version':
      return now.version.version === `v${deed.version}`
        ? {}
        : { ...begun, version: aVersion(`v${deed.version}`) };
    case 'restart':
      return begun;
    case 'progress':
      return isOpen ? { progress: { phase: 'succeeded', at: time } } : {};
    case 'deadline':
      return now.progress.phase === 'started'
        ? { progress: { phase: 'failed', at: time, reason: 'late' } }
        : {};
    default:
      return {};
  }
}
