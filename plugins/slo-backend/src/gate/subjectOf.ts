import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/**
 * Who asks, as the credential says it: `external:github-actions` for a
 * pipeline, the ref of a user, or the subject of another plugin.
 */
export function subjectOf(options: {
  auth: AuthService;
  credentials: BackstageCredentials;
}): string {
  const { auth, credentials } = options;
  if (auth.isPrincipal(credentials, 'user')) {
    return credentials.principal.userEntityRef;
  }
  return auth.isPrincipal(credentials, 'service')
    ? credentials.principal.subject
    : 'unknown';
}
