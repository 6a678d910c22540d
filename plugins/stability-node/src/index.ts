/**
 * Extension points of the stability backend.
 *
 * @packageDocumentation
 */
export * from './DeploymentSource';
export * from './extensions';
