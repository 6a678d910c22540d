import { InputError, ResponseError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  getGitLabRequestOptions,
  getGiteaRequestOptions,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import type { PlannedRepository } from '@plimsoll/plugin-golden-path-common';
import { hostOf } from '@plimsoll/repository-hosts';

const TIMEOUT_MS = 20_000;

/** What a host knows of a repository. */
export type RepositoryState = 'missing' | 'empty' | 'filled';

type Headers = Record<string, string>;

/**
 * Asks GitHub, GitLab and Gitea whether there is a repository, with the
 * credentials of `integrations` of app-config.
 */
export class RepositoryHosts {
  readonly #integrations: ScmIntegrationRegistry;

  static create(options: {
    integrations: ScmIntegrationRegistry;
  }): RepositoryHosts {
    return new RepositoryHosts(options.integrations);
  }

  private constructor(integrations: ScmIntegrationRegistry) {
    this.#integrations = integrations;
  }

  /** @throws InputError when nothing can be published there */
  requireCredentials({ host, type, slug }: PlannedRepository): void {
    if (!hostOf(this.#integrations, host)?.maySign) {
      throw new InputError(
        `repoUrl: integrations.${type} of app-config has no credentials for ${host}, so nobody can make ${slug} there`,
      );
    }
  }

  /**
   * @throws ResponseError when the host refuses
   */
  async stateOf(repository: PlannedRepository): Promise<RepositoryState> {
    switch (repository.type) {
      case 'github':
        return this.#onGithub(repository);
      case 'gitlab':
        return this.#onGitlab(repository);
      default:
        return this.#onGitea(repository);
    }
  }

  async #onGithub({ host, slug, url }: PlannedRepository) {
    const config = this.#integrations.github.byHost(host)?.config;
    const { headers } = await DefaultGithubCredentialsProvider.fromIntegrations(
      this.#integrations,
    ).getCredentials({ url });
    const api = `${config?.apiBaseUrl}/repos/${slug}`;
    if (!(await find(api, headers))) {
      return 'missing';
    }
    // the size in its answer lags behind; asked for commits, it says 409
    const commits = await ask(`${api}/commits?per_page=1`, headers);
    return commits.status === 409 ? 'empty' : 'filled';
  }

  async #onGitlab({ host, slug }: PlannedRepository) {
    const config = this.#integrations.gitlab.byHost(host)?.config;
    const found = await find(
      `${config?.apiBaseUrl}/projects/${encodeURIComponent(slug)}`,
      config && getGitLabRequestOptions(config).headers,
    );
    return stateOf(found, 'empty_repo');
  }

  async #onGitea({ host, slug }: PlannedRepository) {
    const config = this.#integrations.gitea.byHost(host)?.config;
    const found = await find(
      `${config?.baseUrl}/api/v1/repos/${slug}`,
      config && getGiteaRequestOptions(config).headers,
    );
    return stateOf(found, 'empty');
  }
}

function stateOf(
  found: Record<string, unknown> | undefined,
  emptyField: string,
): RepositoryState {
  if (!found) {
    return 'missing';
  }
  return found[emptyField] === true ? 'empty' : 'filled';
}

async function find(
  url: string,
  headers: Headers | undefined,
): Promise<Record<string, unknown> | undefined> {
  const response = await ask(url, headers);
  if (response.status === 404) {
    return undefined;
  }
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response.json();
}

function ask(url: string, headers: Headers | undefined): Promise<Response> {
  return fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
}
