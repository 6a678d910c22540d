import type { InboxDelivery } from '../inbox/Inbox';

/** Something that is asked now and then, by one replica for all. */
export interface PollTask {
  readonly name: string;
  /** Seconds between two calls. */
  readonly everySeconds: number;
  /**
   * What is new. The state is kept only after the deliveries are, so that a
   * replica that is killed in between leaves both to the next one.
   *
   * @throws when it cannot be asked: the next call gets the same state
   */
  run(request: {
    state: string | undefined;
    signal: AbortSignal;
  }): Promise<{ deliveries: InboxDelivery[]; state: string | undefined }>;
}
