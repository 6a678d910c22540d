/** What a container asked for and what it used. @public */
export interface ContainerUse {
  /** Ref of the service. */
  entityRef: string;
  cluster?: string;
  namespace: string;
  workload: string;
  workloadKind: string;
  container: string;
  /** Days that were looked at, and points that there were. */
  days: number;
  points: number;
  replicas: number;
  /** CPU in cores, memory in bytes; asked for by one replica. */
  request: { cpuCores?: number; memoryBytes?: number };
  limit?: { cpuCores?: number; memoryBytes?: number };
  /** 95th percentile over the days of the busiest replica, in cores. */
  cpuP95Cores?: number;
  /** Highest working set of any replica. */
  memoryPeakBytes?: number;
  /** Share of CPU periods that were throttled, 0 to 1. */
  throttledRatio?: number;
  outOfMemoryKills?: number;
  /** Set where a HorizontalPodAutoscaler decides the replicas. */
  autoscaler?: {
    minReplicas: number;
    maxReplicas: number;
    /** Share of the request at which it adds replicas, 0 to 1. */
    cpuTarget?: number;
    memoryTarget?: number;
  };
  /** A JVM reserves its heap: its working set says nothing. */
  managedHeap?: boolean;
  hasVolume?: boolean;
}

/** A thing that is paid for and not used. @public */
export interface IdleResource {
  resourceId: string;
  kind: 'volume' | 'load-balancer' | 'address' | 'bucket';
  entityRef?: string;
  /** Days without any use, and how that was seen. */
  idleDays: number;
  evidence: string;
  /** Buckets: bytes, bytes read in 30 days, objects, mean object bytes. */
  storage?: {
    bytes: number;
    bytesReadPerMonth: number;
    objects: number;
    /** Share of bytes unread for 90 days, 0 to 1. */
    unreadRatio: number;
  };
}

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
