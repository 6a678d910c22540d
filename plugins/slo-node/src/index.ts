/**
 * Extension points of the SLO backend.
 *
 * @packageDocumentation
 */
export * from './FoundObjective';
export * from './LoadedRule';
export * from './MetricsSource';
export * from './extensions';
