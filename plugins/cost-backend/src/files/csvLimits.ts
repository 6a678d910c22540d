/** Bytes of a row; engines lose a last one that is longer than a buffer. */
export const LINE_BYTES = 2_000_000;

/** The default of 32 MB for each thread is more than reading gains by it. */
export const BUFFER_BYTES = 4_000_000;
