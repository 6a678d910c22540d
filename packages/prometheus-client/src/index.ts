/**
 * Asks servers that speak the Prometheus API, and builds PromQL that says what
 * was meant.
 *
 * @packageDocumentation
 */
export * from './client/PrometheusApi';
export * from './client/PrometheusErrors';
export * from './client/RulesApi';
export * from './client/HttpPrometheus';
export * from './client/ResilientPrometheus';
export * from './client/RequestSlots';
export * from './client/readLimitedBody';
export * from './client/describeFailure';
export * from './client/withoutAddresses';
export * from './config/readConnection';
export {
  anyOfPattern,
  literalPattern,
  openDuration,
  parseDuration,
  quoteString,
  renderLabel,
  renderMatcher,
  unquoteString,
  wholeDuration,
  type LabelMatcher,
  type MatchOperator,
} from '@plimsoll/promql';
