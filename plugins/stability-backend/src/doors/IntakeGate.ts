/** @see IntakeGate */
export interface IntakeGateOptions {
  /** Requests at the same time. */
  requests: number;
  /** Bytes of the bodies of all of them. */
  bytes: number;
}

/**
 * Bounds what is read and waits at the same time, so that memory stays flat
 * whatever knocks: what does not fit is told to come back.
 */
export class IntakeGate {
  readonly #options: IntakeGateOptions;
  #requests = 0;
  #bytes = 0;

  static create(options: IntakeGateOptions): IntakeGate {
    return new IntakeGate(options);
  }

  private constructor(options: IntakeGateOptions) {
    this.#options = options;
  }

  /**
   * @param bytes - that the request may bring
   * @returns what to call when it is over; undefined when there is no room
   */
  enter(bytes: number): (() => void) | undefined {
    if (
      this.#requests >= this.#options.requests ||
      this.#bytes + bytes > this.#options.bytes
    ) {
      return undefined;
    }
    this.#requests++;
    this.#bytes += bytes;
    let isInside = true;
    return () => {
      if (isInside) {
        isInside = false;
        this.#requests--;
        this.#bytes -= bytes;
      }
    };
  }
}
