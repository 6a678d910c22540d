import { stringifyEntityRef } from '@backstage/catalog-model';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { PullRequests, repositoryOfEntity } from '@plimsoll/repository-hosts';
import type { PullRequestStore } from './PullRequestStore';

/** Asks the hosts what became of open pull requests. */
export class PullRequestWatch {
  readonly #options: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    integrations: ScmIntegrations;
    logger: LoggerService;
    pullRequests: PullRequestStore;
  };

  static create(options: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    integrations: ScmIntegrations;
    logger: LoggerService;
    pullRequests: PullRequestStore;
  }): PullRequestWatch {
    return new PullRequestWatch(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    integrations: ScmIntegrations;
    logger: LoggerService;
    pullRequests: PullRequestStore;
  }) {
    this.#options = options;
  }

  /** A host that does not answer leaves its own as they are. */
  async look(): Promise<void> {
    const { auth, catalog, integrations, logger, pullRequests } = this.#options;
    const open = await pullRequests.list('open');
    if (open.length === 0) {
      return;
    }
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: open.map(({ entityRef }) => entityRef) },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const entities = new Map(
      items.flatMap(entity =>
        entity ? [[stringifyEntityRef(entity), entity] as const] : [],
      ),
    );
    for (const { entityRef, version, url } of open) {
      const entity = entities.get(entityRef);
      const repository = entity && repositoryOfEntity(entity);
      if (!repository) {
        continue;
      }
      try {
        const pulls = PullRequests.create({ integrations, repository });
        const state = await pulls.stateOf(url);
        if (state && state !== 'open') {
          await pullRequests.setState({ entityRef, version, state });
        }
      } catch (error) {
        logger.warn(
          `What became of the update of ${entityRef} is not known`,
          isError(error) ? error : undefined,
        );
      }
    }
  }
}
