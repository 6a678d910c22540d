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
  /** Replicas that run on spot machines already, where nodes tell. */
  spotReplicas?: number;
  /** A PodDisruptionBudget was seen; unset where nobody knows. */
  hasDisruptionBudget?: boolean;
  /** Its label says that it may be stopped at any time. */
  interruptible?: boolean;
}
