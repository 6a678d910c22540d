import { toError } from '@backstage/errors';

/**
 * What the database said, without the statement that knex puts before it: that
 * holds what a sender delivered, and belongs in no log.
 *
 * @public
 */
export function databaseFault(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  const said = message.slice(message.lastIndexOf(' - ') + 1);
  const code =
    error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  const fault = new Error(`${said.replace(/^- /, '').slice(0, 300)}${code}`);
  fault.name = 'DatabaseError';
  fault.stack = undefined;
  return fault;
}

/** Codes of PostgreSQL (SQLSTATE) and of SQLite. */
const CODE = /^(SQLITE_\w+|[0-9A-Z]{5})$/;

/**
 * What went wrong, for a log: {@link databaseFault} where a statement did.
 *
 * @public
 */
export function faultOf(error: unknown): Error {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && CODE.test(code)
    ? databaseFault(error)
    : toError(error);
}
