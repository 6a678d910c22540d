import { readInstant } from '../../senders/payload/readInstant';
import type { WorkloadCondition, WorkloadObject } from './workloadObject';

/** The line of a workload's state that is called so. */
export function conditionOf(
  { status }: WorkloadObject,
  type: string,
): WorkloadCondition | undefined {
  return status?.conditions?.find(condition => condition.type === type);
}

/** When it last said something, ISO instant in UTC. */
export function conditionTime(
  condition: WorkloadCondition | undefined,
): string | undefined {
  const time = condition?.lastUpdateTime ?? condition?.lastTransitionTime;
  return time ? readInstant(time) : undefined;
}

/** Its reason and message in one line, as the cluster words them. */
export function conditionWords(
  condition: WorkloadCondition | undefined,
): string | undefined {
  const words = [condition?.reason, condition?.message].filter(Boolean);
  return words.length > 0 ? words.join(': ') : undefined;
}
