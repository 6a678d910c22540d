/** Least that a request costs, bytes: its socket and headers. */
export const LEAST_BYTES = 16 * 1024;

/** @see IntakeGate */
export interface IntakeGateOptions {
  /** Requests at the same time. */
  requests: number;
  /** Bytes of the bodies of all of them, as far as they have arrived. */
  bytes: number;
  /** Part of both that one door may have, 0 to 1; half by default. */
  share?: number;
}

/** What one request holds until it leaves. */
export interface IntakePass {
  /**
   * @param bytes - of the body that have arrived in all
   * @returns whether there is room for them
   */
  hold(bytes: number): boolean;
  leave(): void;
}

interface Load {
  requests: number;
  bytes: number;
}

/**
 * Bounds what is read and waits at the same time, so that memory stays flat
 * whatever knocks: what does not fit is told to come back. Bytes count when
 * they arrive, since anyone may announce many; and whoever crowds one door
 * leaves room for the others.
 */
export class IntakeGate {
  readonly #most: Load;
  readonly #mostOfOne: Load;
  readonly #all: Load = { requests: 0, bytes: 0 };
  readonly #doors = new Map<string, Load>();

  static create(options: IntakeGateOptions): IntakeGate {
    return new IntakeGate(options);
  }

  private constructor(options: IntakeGateOptions) {
    const { requests, bytes, share = 0.5 } = options;
    this.#most = { requests, bytes };
    this.#mostOfOne = { requests: requests * share, bytes: bytes * share };
  }

  /** @returns undefined when there is no room */
  enter(source: string): IntakePass | undefined {
    const door = this.#doors.get(source) ?? { requests: 0, bytes: 0 };
    this.#doors.set(source, door);
    if (!this.#fits(door, { requests: 1, bytes: LEAST_BYTES })) {
      return undefined;
    }
    let held = 0;
    const change = (requests: number, bytes: number) => {
      for (const load of [this.#all, door]) {
        load.requests += requests;
        load.bytes += bytes;
      }
      held += bytes;
    };
    change(1, LEAST_BYTES);
    let isInside = true;
    return {
      hold: bytes => {
        const more = Math.max(0, bytes - held);
        const fits = this.#fits(door, { requests: 0, bytes: more });
        if (isInside && fits) {
          change(0, more);
        }
        return fits;
      },
      leave: () => {
        if (isInside) {
          isInside = false;
          change(-1, -held);
        }
      },
    };
  }

  #fits(door: Load, more: Load): boolean {
    return (
      isWithin(this.#all, more, this.#most) &&
      isWithin(door, more, this.#mostOfOne)
    );
  }
}

function isWithin(load: Load, more: Load, most: Load): boolean {
  return (
    load.requests + more.requests <= most.requests &&
    load.bytes + more.bytes <= most.bytes
  );
}
