/** What the source answered for one expression. */
export interface Answer {
  /** Value by the Unix second that its window ends at. */
  values: Map<number, number>;
  /** Ends of windows that must be read carefully. */
  resets: Set<number>;
  /** Why the expression cannot be read. */
  fault?: string;
}

/** An answer that holds nothing yet. */
export function emptyAnswer(): Answer {
  return { values: new Map(), resets: new Set() };
}
