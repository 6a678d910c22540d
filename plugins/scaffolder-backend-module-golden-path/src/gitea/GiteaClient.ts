import { NotFoundError, ResponseError } from '@backstage/errors';
import {
  getGiteaRequestOptions,
  type GiteaIntegrationConfig,
} from '@backstage/integration';
import type { Repository } from '@plimsoll/repository-hosts';

const TIMEOUT_MS = 20_000;

/** The few calls to Gitea's API that a pull request needs. */
export class GiteaClient {
  readonly #config: GiteaIntegrationConfig;
  readonly #place: string;

  static create(options: {
    config: GiteaIntegrationConfig;
    repository: Pick<Repository, 'owner' | 'repo'>;
  }): GiteaClient {
    return new GiteaClient(options);
  }

  private constructor(options: {
    config: GiteaIntegrationConfig;
    repository: Pick<Repository, 'owner' | 'repo'>;
  }) {
    const { config, repository } = options;
    this.#config = config;
    const base = (config.baseUrl ?? `https://${config.host}`).replace(
      /\/$/,
      '',
    );
    const names = [repository.owner, repository.repo].map(encodeURIComponent);
    this.#place = `${base}/api/v1/repos/${names.join('/')}`;
  }

  /** The address of the pull request that is open between two branches. */
  async findPullRequest(options: {
    base: string;
    head: string;
  }): Promise<string | undefined> {
    const names = [options.base, options.head].map(encodeURIComponent);
    const found = await this.#find(`/pulls/${names.join('/')}`);
    return found?.state === 'open' ? String(found.html_url) : undefined;
  }

  async hasBranch(name: string): Promise<boolean> {
    return Boolean(await this.#find(`/branches/${encodeURIComponent(name)}`));
  }

  /** Writes a file on a new branch. */
  async commitFile(options: {
    base: string;
    branch: string;
    /** Whether the branch is to be made. */
    isNew: boolean;
    path: string;
    content: string;
    message: string;
  }): Promise<void> {
    const { base, branch, isNew, path, content, message } = options;
    const file = `/contents/${path
      .split('/')
      .map(encodeURIComponent)
      .join('/')}`;
    const ref = isNew ? base : branch;
    const now = await this.#find(`${file}?ref=${encodeURIComponent(ref)}`);
    if (!now) {
      throw new NotFoundError(`${path} is not on the branch ${ref} of Gitea`);
    }
    await this.#send('PUT', file, {
      branch: ref,
      ...(isNew && { new_branch: branch }),
      sha: now.sha,
      message,
      content: Buffer.from(content, 'utf8').toString('base64'),
    });
  }

  /** @returns its address */
  async openPullRequest(options: {
    base: string;
    head: string;
    title: string;
    body: string;
  }): Promise<string> {
    const opened = await this.#send('POST', '/pulls', options);
    return String(opened.html_url);
  }

  async #find(path: string): Promise<Record<string, unknown> | undefined> {
    try {
      return await this.#send('GET', path);
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404) {
        return undefined;
      }
      throw error;
    }
  }

  async #send(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
  ): Promise<Record<string, unknown>> {
    const { headers } = getGiteaRequestOptions(this.#config);
    const response = await fetch(`${this.#place}${path}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
