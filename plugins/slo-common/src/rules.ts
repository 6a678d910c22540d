/**
 * Recording rules and alerts of Prometheus, made of OpenSLO documents.
 *
 * @packageDocumentation
 */
export * from './rules/Rule';
export * from './rules/RuleObjective';
export * from './rules/RuleNotice';
export * from './rules/RuleSettings';
export * from './rules/generateRules';
export * from './rules/RuleCollector';
export * from './rules/documents/ServiceFacts';
export * from './rules/documents/runbookUrl';
export * from './rules/documents/policyAlertsOf';
export * from './rules/documents/readRuleDocuments';
export * from './rules/documents/objectivesOfDocuments';
export * from './rules/render/renderRules';
export {
  BAD_SERIES,
  TARGET_SERIES,
  TOTAL_SERIES,
} from './rules/series/objectiveRules';
export {
  DEFINITION_LABEL,
  expressionsFingerprint,
  seriesDefinition,
} from './rules/series/seriesDefinition';
export {
  BASE_RANGE_SECONDS,
  baseSeries,
  type BaseSeries,
} from './rules/series/baseSeries';
export { RefusedQueryError } from './rules/series/readQuery';
