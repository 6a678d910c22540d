/** How much of a node somebody used on a day. @public */
export interface NodeUse {
  /** UTC day, `2026-11-17`. */
  day: string;
  cluster: string;
  /** The provider's id of the machine (OpenCost `properties.providerID`). */
  providerId?: string;
  node: string;
  /** Whose: labels of its pods, sanitised names as Prometheus knows them. */
  owner:
    | { kind: 'workload'; labels: Record<string, string>; namespace?: string }
    | { kind: 'idle' }
    | { kind: 'unallocated' };
  /** At list price, in the source's currency, a decimal text. */
  listPrice: string;
  /** CPU hours and byte hours asked for, where the source knows them. */
  cpuCoreHours?: number;
  ramByteHours?: number;
}

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
  /** Whole UTC days, `to` exclusive. @throws when it cannot be reached */
  readUse(options: {
    from: string;
    to: string;
    signal: AbortSignal;
  }): Promise<NodeUse[]>;
}
