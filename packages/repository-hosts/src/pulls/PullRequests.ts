import { InputError, ResponseError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  getGiteaRequestOptions,
  getGitLabRequestOptions,
  type ScmIntegrationRegistry,
} from '@backstage/integration';
import { hostOf } from '../repository/hostOf';
import type { Repository } from '../repository/Repository';

const TIMEOUT_MS = 20_000;

/** What became of a pull request. */
export type PullRequestState = 'open' | 'merged' | 'closed';

type Place = Pick<Repository, 'host' | 'owner' | 'repo'>;
type Answer = Record<string, unknown>;

/**
 * Pull requests of GitHub, GitLab (where they are merge requests) and Gitea,
 * with the credentials of `integrations` of app-config.
 */
export class PullRequests {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #place: Place;

  static create(options: {
    integrations: ScmIntegrationRegistry;
    repository: Place;
  }): PullRequests {
    return new PullRequests(options);
  }

  private constructor(options: {
    integrations: ScmIntegrationRegistry;
    repository: Place;
  }) {
    this.#integrations = options.integrations;
    this.#place = options.repository;
  }

  /**
   * The address of the one that is open from a branch.
   *
   * @throws ResponseError when the host refuses
   */
  async findOpen(options: {
    base: string;
    head: string;
  }): Promise<string | undefined> {
    const { base, head } = options;
    switch (this.#type) {
      case 'github': {
        const from = encodeURIComponent(`${this.#place.owner}:${head}`);
        const list = await this.#list(`/pulls?state=open&head=${from}`);
        return addressOf(list.find(one => refOf(one.base) === base));
      }
      case 'gitlab': {
        const names = [head, base].map(encodeURIComponent);
        const list = await this.#list(
          `/merge_requests?state=opened&source_branch=${names[0]}&target_branch=${names[1]}`,
        );
        return addressOf(list[0]);
      }
      default: {
        const names = [base, head].map(encodeURIComponent);
        const found = await this.#send('GET', `/pulls/${names.join('/')}`);
        return found?.state === 'open' ? addressOf(found) : undefined;
      }
    }
  }

  /**
   * @returns its address
   * @throws ResponseError when the host refuses
   */
  async open(options: {
    base: string;
    head: string;
    title: string;
    /** Markdown. */
    body: string;
  }): Promise<string> {
    const { base, head, title, body } = options;
    const opened =
      this.#type === 'gitlab'
        ? await this.#send('POST', '/merge_requests', {
            source_branch: head,
            target_branch: base,
            title,
            description: body,
          })
        : await this.#send('POST', '/pulls', { base, head, title, body });
    const address = addressOf(opened);
    if (!address) {
      throw new InputError(
        `${this.#slug} is not on ${
          this.#place.host
        }, or the portal may not see it`,
      );
    }
    return address;
  }

  /**
   * @param url - as `open` gives it
   * @returns nothing where it is not known, or no longer
   * @throws ResponseError when the host refuses
   */
  async stateOf(url: string): Promise<PullRequestState | undefined> {
    const number = /\/(?:pulls?|merge_requests)\/(\d+)$/.exec(url)?.[1];
    if (!number) {
      return undefined;
    }
    const kind = this.#type === 'gitlab' ? 'merge_requests' : 'pulls';
    const found = await this.#send('GET', `/${kind}/${number}`);
    if (!found) {
      return undefined;
    }
    if (found.state === 'merged' || found.merged === true) {
      return 'merged';
    }
    return found.state === 'closed' ? 'closed' : 'open';
  }

  /** Whether there is a branch of this name. */
  async hasBranch(name: string): Promise<boolean> {
    const place =
      this.#type === 'gitlab' ? '/repository/branches' : '/branches';
    const path = `${place}/${encodeURIComponent(name)}`;
    return Boolean(await this.#send('GET', path));
  }

  /** The branch that the host takes by itself. */
  async defaultBranch(): Promise<string> {
    const found = await this.#send('GET', '');
    if (typeof found?.default_branch !== 'string') {
      throw new InputError(
        `${this.#slug} is not on ${
          this.#place.host
        }, or the portal may not see it`,
      );
    }
    return found.default_branch;
  }

  get #slug(): string {
    return `${this.#place.owner}/${this.#place.repo}`;
  }

  get #type() {
    const known = hostOf(this.#integrations, this.#place.host);
    if (!known) {
      throw new InputError(
        `integrations of app-config names no GitHub, GitLab or Gitea at ${
          this.#place.host
        }`,
      );
    }
    return known.type;
  }

  async #list(path: string): Promise<Answer[]> {
    const list = await this.#send('GET', path);
    return Array.isArray(list) ? list : [];
  }

  async #send(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<Answer | undefined> {
    const { api, headers } = await this.#access();
    const response = await fetch(`${api}${path}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 404) {
      return undefined;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }

  async #access(): Promise<{ api: string; headers?: Record<string, string> }> {
    const { host, owner, repo } = this.#place;
    const integrations = this.#integrations;
    const names = [owner, repo].map(encodeURIComponent).join('/');
    switch (this.#type) {
      case 'github': {
        const config = integrations.github.byHost(host)?.config;
        const { headers } =
          await DefaultGithubCredentialsProvider.fromIntegrations(
            integrations,
          ).getCredentials({ url: `https://${host}/${owner}/${repo}` });
        return { api: `${config?.apiBaseUrl}/repos/${names}`, headers };
      }
      case 'gitlab': {
        const config = integrations.gitlab.byHost(host)?.config;
        const project = encodeURIComponent(`${owner}/${repo}`);
        return {
          api: `${config?.apiBaseUrl}/projects/${project}`,
          headers: config && getGitLabRequestOptions(config).headers,
        };
      }
      default: {
        const config = integrations.gitea.byHost(host)?.config;
        const base = (config?.baseUrl ?? `https://${host}`).replace(/\/$/, '');
        return {
          api: `${base}/api/v1/repos/${names}`,
          headers: config && getGiteaRequestOptions(config).headers,
        };
      }
    }
  }
}

function addressOf(answer: Answer | undefined): string | undefined {
  const address = answer?.html_url ?? answer?.web_url;
  return typeof address === 'string' ? address : undefined;
}

function refOf(branch: unknown): unknown {
  return typeof branch === 'object' && branch !== null && 'ref' in branch
    ? branch.ref
    : undefined;
}
