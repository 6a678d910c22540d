/**
 * For tests: what Prometheus itself makes of queries and rules.
 *
 * @packageDocumentation
 */
export * from './testUtils/promtool';
