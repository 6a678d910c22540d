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
