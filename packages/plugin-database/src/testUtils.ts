/**
 * What the tests of a Plimsoll backend need of a database.
 *
 * @packageDocumentation
 */
export {
  createTestDatabases,
  type PluginTestDatabases,
} from './testUtils/createTestDatabases';
export {
  type ApiUnderTest,
  neverFails,
  neverFailsOnCursors,
} from './testUtils/neverFails';
export {
  POSTGRES_VARIABLE,
  postgresAbsence,
} from './testUtils/postgresAbsence';
export {
  type FuzzedRequest,
  requestArbitrary,
} from './testUtils/requestArbitrary';
export { spoiltCursor } from './testUtils/spoiltCursor';
export { waitUntil } from './testUtils/waitUntil';
