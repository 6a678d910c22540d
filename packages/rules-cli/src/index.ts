/**
 * Prometheus rules and alerts from OpenSLO files, and checks of those files,
 * for pipelines.
 *
 * @packageDocumentation
 */
export * from './main';
export * from './runCli';
export * from './Terminal';
export * from './ExitCode';
