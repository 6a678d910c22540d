import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/**
 * On whose behalf the catalog is asked for a caller. People see of it what they
 * may see. A service whose access is restricted to this plugin, such as a
 * pipeline, may not be sent on to another one: what belongs to the answer that
 * it may have is read on this plugin's own behalf.
 */
export async function catalogCredentials(options: {
  auth: AuthService;
  credentials: BackstageCredentials;
}): Promise<BackstageCredentials> {
  const { auth, credentials } = options;
  return auth.isPrincipal(credentials, 'service')
    ? auth.getOwnServiceCredentials()
    : credentials;
}
