/** What a door, a catch-up or a polled source hands in. */
export interface InboxDelivery {
  /** Door it came through: `github`, `kubernetes`, ... */
  source: string;
  /** The same delivery has the same key, at most 255 characters. */
  deliveryKey: string;
  body: Buffer;
  /** Those that are needed to read the body, names in lower case; no secrets. */
  headers: Record<string, string>;
  /** The same body under another key is the same delivery, too. */
  dedupeBody?: boolean;
  /** Unix milliseconds; now by default. */
  receivedAt?: number;
  /** Why it can never be read: it is a dead letter from the beginning. */
  deadBecause?: string;
}

/** What became of a delivery that was handed in. */
export interface InboxReceipt {
  id: string;
  /** False when it was known already. */
  isNew: boolean;
}

/** Takes deliveries in: what it has answered for is committed. */
export interface Inbox {
  /**
   * @throws ServiceUnavailableError when the database does not answer in time
   * or too many wait; the sender has to try again
   */
  accept(delivery: InboxDelivery): Promise<InboxReceipt>;
  /** Receipts in the order of the deliveries; all or none is committed. */
  acceptMany(deliveries: InboxDelivery[]): Promise<InboxReceipt[]>;
}
