/** A CloudEvent 1.0 in whatever mode it came, and what it carries. */
export interface CloudEvent {
  /** Attributes; undefined where a CDEvent came without an envelope. */
  attributes:
    | {
        id: string;
        source: string;
        type: string;
        subject?: string;
        time?: string;
      }
    | undefined;
  /** Parsed JSON. */
  data: unknown;
}
