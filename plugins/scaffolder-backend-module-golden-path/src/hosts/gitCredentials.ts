import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { PlannedRepository } from '@plimsoll/plugin-golden-path-common';

/** With what git pushes over HTTP. */
export interface GitCredentials {
  username: string;
  password: string;
}

/**
 * The credentials of `integrations` of app-config for a repository.
 *
 * @throws InputError when there are none
 */
export async function gitCredentials(options: {
  integrations: ScmIntegrationRegistry;
  repository: Pick<PlannedRepository, 'host' | 'type' | 'url'>;
}): Promise<GitCredentials> {
  const { integrations, repository } = options;
  const { host, type, url } = repository;
  const found = await {
    github: async () => {
      const { token } = await DefaultGithubCredentialsProvider.fromIntegrations(
        integrations,
      ).getCredentials({ url });
      return { username: 'x-access-token', password: token };
    },
    gitlab: async () => ({
      username: 'oauth2',
      password: integrations.gitlab.byHost(host)?.config.token,
    }),
    gitea: async () => ({
      username: integrations.gitea.byHost(host)?.config.username,
      password: integrations.gitea.byHost(host)?.config.password,
    }),
  }[type]();
  const { username, password } = found;
  if (!username || !password) {
    throw new InputError(
      `integrations.${type} of app-config has no credentials for ${host}`,
    );
  }
  return { username, password };
}
