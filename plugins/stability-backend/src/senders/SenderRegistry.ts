import { PolledSender } from './polled/PolledSender';
import type { Sender } from './Sender';

/** All readers, by the source of a delivery. */
export class SenderRegistry {
  readonly #senders: Map<string, Sender>;

  static create(options: { senders: Sender[] }): SenderRegistry {
    return new SenderRegistry(options.senders);
  }

  private constructor(senders: Sender[]) {
    this.#senders = new Map(senders.map(sender => [sender.source, sender]));
  }

  /** The reader of a source; what has none of its own is polled. */
  get(source: string): Sender {
    return this.#senders.get(source) ?? PolledSender.create(source);
  }
}
