import { ResponseError, toError } from '@backstage/errors';

/** Longest reason that is shown. */
const LONGEST = 240;
const ADDRESS =
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s'"),]+|\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b/gi;

/**
 * Somebody who could tell did not answer as he should. The message names him and
 * the reason, and no address.
 */
export class NotAnswered extends Error {
  /** Name of who was asked: 'slo', 'Alertmanager'. */
  readonly whom: string;
  readonly reason: string;
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** The plugin is there, and knows no such thing. */
  readonly knowsNothing: boolean;

  constructor(options: {
    whom: string;
    reason: string;
    status?: number;
    knowsNothing?: boolean;
  }) {
    super(`${options.whom}: ${options.reason}`);
    this.name = 'NotAnswered';
    this.whom = options.whom;
    this.reason = options.reason;
    this.status = options.status;
    this.knowsNothing = options.knowsNothing ?? false;
  }

  /** What became of a question; an error's own text may hold addresses. */
  static of(whom: string, error: unknown): NotAnswered {
    if (error instanceof NotAnswered) {
      return error;
    }
    if (error instanceof ResponseError) {
      const { status } = error.response;
      const { name, message } = error.body.error;
      // what is no answer of a plugin is a page of some proxy
      const said = message.startsWith('Request failed with status')
        ? error.response.statusText
        : message.replace(ADDRESS, '[address]');
      const reason = `it answered ${status}, ${said}`.slice(0, LONGEST);
      const knowsNothing = status === 404 && name === 'NotFoundError';
      return new NotAnswered({ whom, reason, status, knowsNothing });
    }
    const isLate = ['TimeoutError', 'AbortError'].includes(toError(error).name);
    const reason = isLate
      ? 'it did not answer in time'
      : 'it could not be reached';
    return new NotAnswered({ whom, reason });
  }
}
