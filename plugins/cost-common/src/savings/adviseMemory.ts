import type { ContainerUse } from '../use/ContainerUse';
import { roundUpMemory } from './resourceQuantity';

/** Least that is advised, in bytes. */
const FEWEST_BYTES = 100_000_000;

/** Above the highest working set. */
const HEADROOM = 1.15;

/** Above the limit that was too low. */
const OUT_OF_MEMORY_HEADROOM = 1.25;

/**
 * Memory that a container should ask for: 15 % above its highest working set,
 * 25 % above its limit where it ran out. Nothing for a managed heap, whose
 * working set is what it reserved, nor where an autoscaler looks at memory.
 */
export function adviseMemory(container: ContainerUse): number | undefined {
  const { request, limit, memoryPeakBytes, autoscaler } = container;
  const ranOut = (container.outOfMemoryKills ?? 0) > 0;
  if (
    request.memoryBytes === undefined ||
    memoryPeakBytes === undefined ||
    container.managedHeap ||
    autoscaler?.memoryTarget !== undefined ||
    (autoscaler && autoscaler.cpuTarget === undefined)
  ) {
    return undefined;
  }
  const tooLow = limit?.memoryBytes ?? request.memoryBytes;
  return roundUpMemory(
    Math.max(
      FEWEST_BYTES,
      memoryPeakBytes * HEADROOM,
      ranOut ? tooLow * OUT_OF_MEMORY_HEADROOM : 0,
    ),
  );
}
