import type { ScmIntegrationRegistry } from '@backstage/integration';
import { hostOf } from '@plimsoll/repository-hosts';

const ELSEWHERE = 'github.com';

/**
 * A host for a repository of which nobody has said yet where it is: one that
 * the form allows, else any that `integrations` of app-config names.
 */
export function anyHost(
  integrations: ScmIntegrationRegistry,
  allowed: string[],
): string {
  const known = [
    ...integrations.gitea.list(),
    ...integrations.github.list(),
    ...integrations.gitlab.list(),
  ].map(({ config }) => config.host);
  return (
    allowed.find(name => hostOf(integrations, name)) ?? known[0] ?? ELSEWHERE
  );
}
