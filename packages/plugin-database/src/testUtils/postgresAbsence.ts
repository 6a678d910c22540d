/** Where `TestDatabases` looks for PostgreSQL. @public */
export const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * What to do where there is no PostgreSQL to test with.
 *
 * @returns undefined where there is one, or where the run asked for SQLite
 * alone (`PLIMSOLL_TEST_FAST`)
 *
 * @public
 */
export function postgresAbsence(
  environment: Record<string, string | undefined>,
): { sentence: string; fatal: boolean } | undefined {
  if (environment[POSTGRES_VARIABLE] || environment.PLIMSOLL_TEST_FAST) {
    return undefined;
  }
  return {
    sentence:
      `PostgreSQL is not tested: set ${POSTGRES_VARIABLE} to the address of ` +
      `an empty server, or run npm test, which brings one`,
    fatal: environment.CI === 'true',
  };
}
