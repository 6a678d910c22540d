/**
 * What the new frontend system needs from the shared parts.
 *
 * @packageDocumentation
 */
export * from './markers/MarkerSourceBlueprint';
export * from './markers/markersApi';
