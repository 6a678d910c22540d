import type { ContainerUse, IdleResource } from '@plimsoll/plugin-cost-common';

export type { ContainerUse, IdleResource } from '@plimsoll/plugin-cost-common';

/**
 * Knows what is really used: the evidence under every saving.
 *
 * @public
 */
export interface UseEvidenceSource {
  readonly name: string;
  readContainers(options: {
    entityRefs: string[];
    signal: AbortSignal;
  }): Promise<ContainerUse[]>;
  readIdleResources?(options: { signal: AbortSignal }): Promise<IdleResource[]>;
}
