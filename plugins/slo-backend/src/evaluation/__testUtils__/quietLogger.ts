import type { LoggerService } from '@backstage/backend-plugin-api';

/** A logger that says nothing, outside of jest. */
export const quietLogger: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => quietLogger,
};
