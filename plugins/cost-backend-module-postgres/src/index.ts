/**
 * A bill in PostgreSQL, aggregated where it lies.
 *
 * @packageDocumentation
 */
export { postgresBillModule as default } from './module';
