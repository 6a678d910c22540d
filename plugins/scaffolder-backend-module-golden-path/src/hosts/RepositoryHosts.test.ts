import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { PlannedRepository } from '@plimsoll/plugin-golden-path-common';
import { plannedService } from '@plimsoll/plugin-golden-path-common/testUtils';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import { RepositoryHosts } from './RepositoryHosts';

const hosts = RepositoryHosts.create({
  integrations: ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        github: [{ host: 'github.com', token: 'of-github' }],
        gitlab: [{ host: 'gitlab.com', token: 'of-gitlab' }],
        gitea: [
          {
            host: 'gitea.shopkart.example',
            username: 'dev',
            password: 'of-gitea',
          },
          { host: 'closed.shopkart.example' },
        ],
      },
    }),
  ),
});

const on = (type: PlannedRepository['type'], host: string) => ({
  ...plannedService().repository,
  type,
  host,
  url: `https://${host}/shopkart/gift-cards`,
});

describe('RepositoryHosts', () => {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  const github = on('github', 'github.com');
  const gitlab = on('gitlab', 'gitlab.com');
  const gitea = on('gitea', 'gitea.shopkart.example');
  const api = {
    github: 'https://api.github.com/repos/shopkart/gift-cards',
    gitlab: 'https://gitlab.com/api/v4/projects/shopkart%2Fgift-cards',
    gitea: 'https://gitea.shopkart.example/api/v1/repos/shopkart/gift-cards',
  };
  const answer = (url: string, body: JsonBodyType, status = 200) =>
    http.get(url, ({ request }) =>
      // whoever does not sign in sees nothing
      /of-(github|gitlab)|basic/i.test(JSON.stringify([...request.headers]))
        ? HttpResponse.json(body, { status })
        : new HttpResponse(undefined, { status: 404 }),
    );

  it.each([
    ['github', github],
    ['gitlab', gitlab],
    ['gitea', gitea],
  ] as const)('knows that %s has none', async (type, repository) => {
    server.use(answer(api[type], { message: 'Not Found' }, 404));
    expect(await hosts.stateOf(repository)).toBe('missing');
  });

  it('asks GitHub for commits, because its size lags behind', async () => {
    const commits = `${api.github}/commits`;
    server.use(answer(api.github, { size: 0 }), answer(commits, [], 409));
    expect(await hosts.stateOf(github)).toBe('empty');
    server.resetHandlers();
    server.use(answer(api.github, { size: 0 }), answer(commits, [{}]));
    expect(await hosts.stateOf(github)).toBe('filled');
  });

  it.each([
    ['gitlab', gitlab, { empty_repo: true }, 'empty'],
    ['gitlab', gitlab, { empty_repo: false }, 'filled'],
    ['gitea', gitea, { empty: true }, 'empty'],
    ['gitea', gitea, {}, 'filled'],
  ] as const)('believes %s', async (type, repository, body, state) => {
    server.use(answer(api[type], body));
    expect(await hosts.stateOf(repository)).toBe(state);
  });

  it('takes a refusal for no answer', async () => {
    server.use(answer(api.gitea, { message: 'Slow down' }, 429));
    await expect(hosts.stateOf(gitea)).rejects.toThrow('429');
  });

  it('asks nobody where nothing can be published', () => {
    expect(() => hosts.requireCredentials(gitea)).not.toThrow();
    expect(() =>
      hosts.requireCredentials(on('gitea', 'closed.shopkart.example')),
    ).toThrow(
      'repoUrl: integrations.gitea of app-config has no credentials for closed.shopkart.example',
    );
  });
});
