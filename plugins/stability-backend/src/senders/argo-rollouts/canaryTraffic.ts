import type { Rollout } from './rollout';

/**
 * The share of the traffic that the new version has, 0..1: as the traffic
 * router was told; without one, by the steps that were reached.
 *
 * @param options.isStopped - then nothing and the first step mean that both
 * were set back, and no more is known
 */
export function canaryTraffic(options: {
  rollout: Rollout;
  isStopped: boolean;
}): number | undefined {
  const { rollout, isStopped } = options;
  const { canary, strategy, currentStepIndex } = rollout;
  const told = canary?.weights?.canary?.weight;
  if (told !== undefined) {
    return isStopped && told === 0 ? undefined : told / 100;
  }
  const index = currentStepIndex ?? -1;
  if (isStopped && index === 0) {
    return undefined;
  }
  const reached = (strategy?.canary?.steps ?? [])
    .slice(0, index + 1)
    .flatMap(({ setWeight }) => setWeight ?? []);
  return reached.length > 0 ? Math.max(...reached) / 100 : undefined;
}
