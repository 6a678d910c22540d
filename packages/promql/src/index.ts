/**
 * Reads queries as people write them, refuses what would be wrong or unsafe,
 * and writes PromQL in which no value can end its literal.
 *
 * @packageDocumentation
 */
export * from './text/anyOfPattern';
export * from './text/checkPattern';
export * from './text/duration';
export * from './text/matcher';
export * from './text/stringLiteral';
export * from './query/parsePromql';
export * from './query/refuseConstructs';
export * from './query/Selector';
export * from './query/enforceMatchers';
export * from './query/matchBucketBound';
export * from './query/QueryTemplate';
export * from './query/renderRate';
export * from './query/TemplateBuilder';
export * from './query/counterTemplate';
export * from './query/valueTemplate';
export * from './query/countsCounters';
export * from './query/exactIncrease';
export * from './query/checkTypes';
