/**
 * What every Plimsoll backend does with its own database.
 *
 * @packageDocumentation
 */
export { databaseFault, faultOf } from './database/databaseFault';
export {
  migrateTables,
  type MigrateTablesOptions,
} from './database/migrateTables';
export {
  PluginDatabase,
  type PluginDatabaseOptions,
} from './database/PluginDatabase';
export { type SqlDialect, sqlDialectOf } from './database/sqlDialectOf';
export {
  type ClaimedNotification,
  LEASE_MS,
  NotificationOutbox,
} from './notifications/NotificationOutbox';
export {
  NotificationSender,
  type NotificationSenderOptions,
} from './notifications/NotificationSender';
export {
  type OwnerNotification,
  toSendOptions,
} from './notifications/OwnerNotification';
export { checkRefs } from './openapi/checkRefs';
export { readOpenApi, type OpenApiDocument } from './openapi/readOpenApi';
export { refuseNul } from './openapi/refuseNul';
export { serveOpenApi } from './openapi/serveOpenApi';
export { Pace } from './pace/Pace';
export { checkLimit } from './paging/checkLimit';
export {
  decodeCursor,
  encodeCursor,
  type PlaceKey,
  type PlaceType,
} from './paging/cursor';
export {
  applyCursor,
  applyOrder,
  cursorAfter,
  type OrderTerm,
  repeatOrder,
} from './paging/keyset';
export { readPage, type RowPage } from './paging/readPage';
