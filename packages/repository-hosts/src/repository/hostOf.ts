import type { ScmIntegrationRegistry } from '@backstage/integration';

/** Hosts that a pull request can be opened on. */
export type HostType = 'github' | 'gitlab' | 'gitea';

/**
 * What kind of host it is, and whether the portal may write there.
 *
 * @returns nothing where `integrations` of app-config does not name the host
 */
export function hostOf(
  integrations: ScmIntegrationRegistry,
  host: string,
): { type: HostType; maySign: boolean; baseUrl: string } | undefined {
  const baseUrl = `https://${host}`;
  const github = integrations.github.byHost(host)?.config;
  if (github) {
    const maySign = Boolean(github.token || github.apps?.length);
    return { type: 'github', maySign, baseUrl };
  }
  const gitlab = integrations.gitlab.byHost(host)?.config;
  if (gitlab) {
    const maySign = Boolean(gitlab.token);
    return { type: 'gitlab', maySign, baseUrl: gitlab.baseUrl ?? baseUrl };
  }
  const gitea = integrations.gitea.byHost(host)?.config;
  if (gitea) {
    const maySign = Boolean(gitea.password);
    return { type: 'gitea', maySign, baseUrl: gitea.baseUrl ?? baseUrl };
  }
  return undefined;
}
