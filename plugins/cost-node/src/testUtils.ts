/**
 * What the tests of a source of FOCUS bills need.
 *
 * @packageDocumentation
 */
export * from './testUtils/focusCsv';
export * from './testUtils/focusCases';
export * from './testUtils/focusOutcome';
