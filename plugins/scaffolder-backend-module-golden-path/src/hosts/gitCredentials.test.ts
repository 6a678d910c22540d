import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { PlannedRepository } from '@plimsoll/plugin-golden-path-common';
import { plannedService } from '@plimsoll/plugin-golden-path-common/testUtils';
import { gitCredentials } from './gitCredentials';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.com', token: 'of-github' }],
      gitlab: [{ host: 'gitlab.com', token: 'of-gitlab' }],
      gitea: [{ host: 'gitea.com', username: 'dev', password: 'of-gitea' }],
    },
  }),
);

const on = (type: PlannedRepository['type'], host: string) =>
  gitCredentials({
    integrations,
    repository: {
      ...plannedService().repository,
      type,
      host,
      url: `https://${host}/shopkart/gift-cards`,
    },
  });

describe('gitCredentials', () => {
  it.each([
    ['github', 'github.com', 'x-access-token', 'of-github'],
    ['gitlab', 'gitlab.com', 'oauth2', 'of-gitlab'],
    ['gitea', 'gitea.com', 'dev', 'of-gitea'],
  ] as const)('of %s', async (type, host, username, password) => {
    expect(await on(type, host)).toEqual({ username, password });
  });

  it('names where they are missing', async () => {
    await expect(on('gitlab', 'git.shopkart.example')).rejects.toThrow(
      'integrations.gitlab of app-config has no credentials for git.shopkart.example',
    );
  });
});
