import type {
  IdentityHint,
  Observation,
} from '@plimsoll/plugin-stability-common';

/** An observation whose service is not known yet. @public */
export type ObservationDraft = Observation extends infer T
  ? T extends Observation
    ? Omit<T, 'entityRef'> & {
        /** Names under which its sender knows the service. */
        identity: IdentityHint[];
        /**
         * Id of an observation that is about the same services: asked where
         * the names above do not decide, and waited for a while.
         */
        sameAs?: string;
      }
    : never
  : never;

/**
 * A source that is asked instead of sending: one replica calls it at its pace.
 * What it returns goes through the same inbox as every delivery, so returning
 * the same drafts again changes nothing.
 *
 * @public
 */
export interface DeploymentSource {
  /** Names the source in the inbox and begins all of its ids. */
  readonly name: string;
  /** Seconds between two calls, 10 or more. */
  readonly everySeconds: number;
  /**
   * What happened since the last call. `state` is what the last call returned,
   * kept in the database and handed to whichever replica comes next.
   *
   * @throws when the source cannot be reached; nothing is lost, the next call
   * gets the same state
   */
  poll(request: { state: string | undefined; signal: AbortSignal }): Promise<{
    drafts: ObservationDraft[];
    state: string;
  }>;
}
