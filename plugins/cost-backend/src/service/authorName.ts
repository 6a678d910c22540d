import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

/**
 * Who says something: the ref of a user, or the subject of a service.
 *
 * @throws NotAllowedError for a caller without a name
 */
export function authorName(options: {
  auth: AuthService;
  credentials: BackstageCredentials;
}): string {
  const { auth, credentials } = options;
  if (auth.isPrincipal(credentials, 'user')) {
    return credentials.principal.userEntityRef;
  }
  if (auth.isPrincipal(credentials, 'service')) {
    return credentials.principal.subject;
  }
  throw new NotAllowedError(
    'A budget and a saving need somebody who signs for them',
  );
}
