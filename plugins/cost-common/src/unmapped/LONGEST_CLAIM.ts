/**
 * Characters that a claim of an annotation may have; what is longer is no name
 * that a bill would hold, and is not read.
 *
 * @public
 */
export const LONGEST_CLAIM = { key: 128, value: 700 } as const;
