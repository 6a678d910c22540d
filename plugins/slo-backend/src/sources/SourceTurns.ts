import pLimit, { type LimitFunction } from 'p-limit';

/**
 * Questions that one source is asked at once on behalf of people who wait, over
 * all callers: it takes two requests for history, and one of them is left to the
 * backfill.
 */
const AT_ONCE = 1;

/** Whose turn it is to ask a source. */
export class SourceTurns {
  readonly #turns = new Map<string, LimitFunction>();

  static create(): SourceTurns {
    return new SourceTurns();
  }

  private constructor() {}

  of(source: string): LimitFunction {
    const turns = this.#turns.get(source) ?? pLimit(AT_ONCE);
    this.#turns.set(source, turns);
    return turns;
  }
}
