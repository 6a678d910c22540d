/**
 * The forge has one password, which everybody on the machine can read, and no
 * permissions: it is for a developer's own machine.
 *
 * @param environment - NODE_ENV
 * @throws Error in production
 */
export function requireDevelopment(environment: string | undefined): void {
  if (environment === 'production') {
    throw new Error(
      'The local forge is for development and does not run with NODE_ENV=production: remove localForge from app-config, and name your own forge under integrations',
    );
  }
}
