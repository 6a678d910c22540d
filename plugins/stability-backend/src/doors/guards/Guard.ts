/** A request before it is trusted. */
export interface Knock {
  /** Names in lower case. */
  headers: Record<string, string>;
  /** The exact bytes. */
  body: Buffer;
}

/** Says whether a delivery comes from who it should. */
export interface Guard {
  /** What it trusts, it trusts for these very bytes of the body. */
  readonly coversBody: boolean;
  /**
   * A look at the headers alone, so that the body of a stranger is not even
   * read. What is admitted is not trusted yet.
   */
  admits(headers: Knock['headers']): boolean;
  /** Whether secret and body fit: in the same time whatever is wrong. */
  trusts(knock: Knock): boolean;
}
