/**
 * Extension points of the SLO backend.
 *
 * @packageDocumentation
 */
export * from './MetricsSource';
export * from './extensions';
