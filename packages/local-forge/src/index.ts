/**
 * A git forge on the loopback interface, for development without an account
 * anywhere.
 *
 * @packageDocumentation
 */

export { LocalForge } from './server';
