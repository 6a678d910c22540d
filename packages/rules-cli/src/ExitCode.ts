/**
 * How a command ended: all is well, documents have to be mended, or the command
 * could not be carried out as it was given.
 *
 * @public
 */
export const EXIT_CODES = { done: 0, faults: 1, usage: 2 } as const;

/** @public */
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];
