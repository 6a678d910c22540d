/** How a service uses what it asked for. */
export interface UsageFigures {
  service: string;
  /** By their size where it is left out. */
  replicas?: number;
  /** 95th percentile of CPU as a share of the request. */
  cpu: number;
  /** Highest memory as a share of the request. */
  memory: number;
  throttled?: number;
  outOfMemoryKills?: number;
  /** Scales itself at so much of its CPU request. */
  scalesAt?: number;
  /** Java: what it holds says nothing of what it needs. */
  managedHeap?: boolean;
  /** Part of its compute that is a worker which may stop at any time. */
  worker?: number;
}

/** Services that are known better than others; the rest is sized well. */
export const USAGE_FIGURES: readonly UsageFigures[] = [
  // asks for more than twice of what it needs, and has budget to spare
  {
    service: 'checkout',
    replicas: 5,
    cpu: 0.424,
    memory: 0.8,
    managedHeap: true,
    worker: 0.2,
  },
  { service: 'recommendations', replicas: 4, cpu: 0.45, memory: 0.5 },
  { service: 'pricing-engine', replicas: 4, cpu: 0.46, memory: 0.5 },
  // would save, but has no budget left to try it
  { service: 'search', replicas: 8, cpu: 0.38, memory: 0.55 },
  { service: 'payment', replicas: 6, cpu: 0.4, memory: 0.8, managedHeap: true },
  // decide on their replicas themselves
  {
    service: 'storefront',
    replicas: 12,
    cpu: 0.55,
    memory: 0.6,
    scalesAt: 0.7,
  },
  {
    service: 'product-listing',
    replicas: 9,
    cpu: 0.52,
    memory: 0.58,
    scalesAt: 0.7,
  },
  // starved of CPU, and killed for want of memory: looks small, needs more
  {
    service: 'image-resizer',
    replicas: 4,
    cpu: 0.35,
    memory: 0.99,
    throttled: 0.18,
    outOfMemoryKills: 41,
  },
];
