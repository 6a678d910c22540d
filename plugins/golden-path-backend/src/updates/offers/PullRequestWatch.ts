import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  compareVersions,
  isVersion,
} from '@plimsoll/plugin-golden-path-common';
import { PullRequests } from '@plimsoll/repository-hosts';
import type { ServiceRepositories } from '../repository/ServiceRepositories';
import { VERSION_ANNOTATION } from '../versions/TemplateReader';
import type { KeptPullRequest, PullRequestStore } from './PullRequestStore';

/**
 * Asks the hosts what became of open pull requests, and of merged ones which
 * version they have left in the repository.
 */
export class PullRequestWatch {
  readonly #options: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    integrations: ScmIntegrations;
    logger: LoggerService;
    pullRequests: PullRequestStore;
    repositories: Pick<ServiceRepositories, 'place' | 'writtenVersion'>;
  };

  static create(options: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    integrations: ScmIntegrations;
    logger: LoggerService;
    pullRequests: PullRequestStore;
    repositories: Pick<ServiceRepositories, 'place' | 'writtenVersion'>;
  }): PullRequestWatch {
    return new PullRequestWatch(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    integrations: ScmIntegrations;
    logger: LoggerService;
    pullRequests: PullRequestStore;
    repositories: Pick<ServiceRepositories, 'place' | 'writtenVersion'>;
  }) {
    this.#options = options;
  }

  /** What cannot be told of one leaves it as it is, and the others alone. */
  async look(): Promise<void> {
    const { auth, catalog, logger, pullRequests } = this.#options;
    const [open, merged] = await Promise.all([
      pullRequests.list('open'),
      pullRequests.list('merged'),
    ]);
    const followed = [...open, ...merged];
    if (followed.length === 0) {
      return;
    }
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: [...new Set(followed.map(({ entityRef }) => entityRef))],
        fields: ['kind', 'metadata'],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const entities = new Map(
      items.flatMap(entity =>
        entity ? [[stringifyEntityRef(entity), entity] as const] : [],
      ),
    );
    for (const pullRequest of followed) {
      const entity = entities.get(pullRequest.entityRef);
      if (!entity) {
        continue;
      }
      try {
        await this.#follow(entity, pullRequest);
      } catch (error) {
        logger.warn(
          `What became of the update of ${pullRequest.entityRef} is not known`,
          isError(error) ? error : undefined,
        );
      }
    }
  }

  async #follow(entity: Entity, pullRequest: KeptPullRequest): Promise<void> {
    const { integrations, pullRequests, repositories } = this.#options;
    const { entityRef, version, url } = pullRequest;
    let { state } = pullRequest;
    if (state === 'open') {
      const repository = repositories.place(entity);
      const pulls = PullRequests.create({ integrations, repository });
      state = (await pulls.stateOf(url)) ?? 'open';
      if (state !== 'open') {
        await pullRequests.setState({ entityRef, version, state });
      }
    }
    // the lock is asked only while the catalog does not say it
    if (state === 'merged' && isBehind(entity, version)) {
      const written = await repositories.writtenVersion(entity);
      if (written && written !== pullRequest.written) {
        await pullRequests.setWritten({ entityRef, version, written });
      }
    }
  }
}

function isBehind({ metadata }: Entity, version: string): boolean {
  const said = metadata.annotations?.[VERSION_ANNOTATION];
  return !isVersion(said) || compareVersions(said, version) < 0;
}
