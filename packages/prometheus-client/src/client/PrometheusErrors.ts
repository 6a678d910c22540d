import { CustomErrorBase, ServiceUnavailableError } from '@backstage/errors';

/**
 * The server read the query and refused it: the fault of the query, not of
 * the server.
 */
export class QueryRefusedError extends CustomErrorBase {
  name = 'QueryRefusedError' as const;
}

/**
 * The query asks for more than the server or this plugin allows at once. It
 * may pass in smaller pieces.
 */
export class QueryTooLargeError extends CustomErrorBase {
  name = 'QueryTooLargeError' as const;
}

/** The query took too long, or the server failed over it and over no other. */
export class QueryTimeoutError extends CustomErrorBase {
  name = 'QueryTimeoutError' as const;
}

/** The source cannot be asked at all, whatever the query. */
export class SourceUnavailableError extends ServiceUnavailableError {
  /** It may be over in a moment, so asking again makes sense. */
  readonly isTransient: boolean;
  /** One heavy query looks like this too, seen through a proxy. */
  readonly mayBeTheQuery: boolean;

  constructor(
    message: string,
    options: { isTransient: boolean; mayBeTheQuery?: boolean },
  ) {
    super(message);
    this.isTransient = options.isTransient;
    this.mayBeTheQuery = options.mayBeTheQuery ?? false;
  }
}
