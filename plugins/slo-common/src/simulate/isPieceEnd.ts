/** Instants of a span between two places at which others have their turn. */
const PIECE_INSTANTS = 256;

/**
 * Whether others should have their turn before the next instant of a span: a
 * piece takes a few milliseconds.
 *
 * @param index - of the instant in its span
 */
export function isPieceEnd(index: number): boolean {
  return index % PIECE_INSTANTS === PIECE_INSTANTS - 1;
}
