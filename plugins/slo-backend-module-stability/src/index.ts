/**
 * Lets OpenSLO objectives measure change failures and recovery.
 *
 * @packageDocumentation
 */
export { stabilitySourceModule as default } from './module';
