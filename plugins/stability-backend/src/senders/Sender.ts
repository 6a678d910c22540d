import type { ObservationDraft } from '@plimsoll/plugin-stability-node';

/** One delivery as it came. */
export interface Delivery {
  /** The exact bytes. */
  body: Buffer;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Unix milliseconds. */
  receivedAt: number;
}

/** What makes two deliveries the same one. */
export interface DeliveryKey {
  /** Unique within the source. */
  key: string;
  /**
   * Whether the body counts as well: needed where a signature covers the body
   * but not the key, since anyone who saw one could send it again under
   * another key.
   */
  dedupeBody: boolean;
}

/** What a delivery says. */
export interface ParsedDelivery {
  /** For the inbox: `deployment_status success`. */
  summary: string;
  /** Unix milliseconds by the sender's clock, where it says. */
  occurredAt?: number;
  /** Empty: there is nothing in it that concerns us, and `notice` says why. */
  drafts: ObservationDraft[];
  /** Shown in the inbox beside what became of the delivery. */
  notice?: string;
}

/** Reads what one tool sends. Pure: the same delivery always says the same. */
export interface Sender {
  /** Its door, `/webhooks/{source}`, and the beginning of all of its ids. */
  readonly source: string;
  /** Headers that are kept with the body, in lower case; never a secret. */
  readonly keptHeaders: readonly string[];
  keyOf(delivery: Delivery): DeliveryKey;
  /** @throws InvalidPayloadError when it is not what this tool sends */
  parse(delivery: Delivery): ParsedDelivery;
}
