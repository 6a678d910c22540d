import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkloadObject } from '../workload/workloadObject';

/** What a real API server answered, kept by `npm run test:cluster`. */
export function recorded(
  moment: 'deadline' | 'aborted' | 'complete',
  resource: 'deployments' | 'replicasets' | 'rollouts',
): { items: WorkloadObject[] } {
  const file = join(
    __dirname,
    `../__fixtures__/recorded/${moment}-${resource}.json`,
  );
  return JSON.parse(readFileSync(file, 'utf8'));
}
