/** How it was seen that a thing is not used. @public */
export type IdleEvidence =
  /** A disk that no machine has attached. */
  | 'not-attached'
  /** A volume whose claim is gone (`Released`), or that never had one. */
  | 'released'
  | 'no-claim'
  /** A balancer is charged by the hour, and for no traffic. */
  | 'no-traffic-billed'
  | 'no-targets'
  /** Of a bucket: part of it is not read. */
  | 'unread';

/** A thing that is paid for and not used. @public */
export interface IdleResource {
  resourceId: string;
  kind: 'volume' | 'load-balancer' | 'address' | 'bucket';
  entityRef?: string;
  /** Days without any use, and how that was seen. */
  idleDays: number;
  evidence: IdleEvidence;
  /** Buckets: bytes, bytes read in 30 days, objects, mean object bytes. */
  storage?: {
    bytes: number;
    bytesReadPerMonth: number;
    objects: number;
    /** Share of bytes that nobody read for a month or longer, 0 to 1. */
    unreadRatio: number;
  };
}
