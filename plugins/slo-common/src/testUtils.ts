/**
 * For tests: documents, and the rules of documents.
 *
 * @packageDocumentation
 */
export * from './rules/testUtils/rulesOf';
export * from './rules/testUtils/sloDocument';
export * from './rules/testUtils/twoObjectives';
export * from './rollup/testUtils/addUp';
