import type { NodeUse } from '@plimsoll/plugin-cost-common';

export type { NodeUse } from '@plimsoll/plugin-cost-common';

/**
 * Knows how the machines of a cluster are shared: the key by which their
 * billed cost is split. Without a bill its list price stands, and is called so.
 *
 * @public
 */
export interface ClusterShareSource {
  /** Name in `cost.sources`. */
  readonly name: string;
  /** Of the list prices, ISO 4217. */
  readonly currency: string;
  /** Days that it remembers; 92 by default. */
  readonly historyDays?: number;
  /** Whole UTC days, `to` exclusive. @throws when it cannot be reached */
  readUse(options: {
    from: string;
    to: string;
    signal: AbortSignal;
  }): Promise<NodeUse[]>;
}
