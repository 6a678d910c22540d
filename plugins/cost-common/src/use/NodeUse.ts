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
  /**
   * What its pods cost that is no part of the node, at list price: volumes, and
   * network with load balancers. Decimal texts.
   */
  storageListPrice?: string;
  networkListPrice?: string;
  /** ISO 4217 code of the list price, where it is known. */
  currency?: string;
  /** CPU hours and byte hours asked for, where the source knows them. */
  cpuCoreHours?: number;
  ramByteHours?: number;
}
