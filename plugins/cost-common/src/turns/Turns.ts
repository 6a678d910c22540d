/**
 * Work that takes long, in short steps: after each others may have a turn. Who
 * does not care does it at once with {@link finishTurns}.
 *
 * @public
 */
export type Turns<TResult> = Generator<void, TResult, void>;
