/** What went in and out of a bucket while it was looked at. @public */
export interface BucketUse {
  /** The bucket's name, as the provider's bill has it. */
  resourceId: string;
  /** Bytes in the standard class, and objects in any. */
  bytes: number;
  objects: number;
  /** Days that were looked at. */
  days: number;
  /** Share of them that was seen, 0 to 1. */
  seenRatio: number;
  /** Bytes that went out and in, in what was seen. */
  bytesRead: number;
  bytesWritten: number;
}
