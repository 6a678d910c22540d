import type { AuthService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { readGroupLinks } from '../groups/readGroupLinks';
import type { ServiceIndex } from '../services/ServiceIndex';
import type { FollowResult } from './CatalogFollower';
import { readServices } from './readServices';

/**
 * Brings the index up to date with the catalog. When the catalog cannot be
 * read, the last index stays as it is.
 *
 * @public
 */
export class ServiceIndexRefresher {
  readonly #options: {
    index: ServiceIndex;
    catalog: CatalogService;
    auth: AuthService;
  };

  static create(options: {
    index: ServiceIndex;
    catalog: CatalogService;
    auth: AuthService;
  }): ServiceIndexRefresher {
    return new ServiceIndexRefresher(options);
  }

  private constructor(
    options: Parameters<typeof ServiceIndexRefresher.create>[0],
  ) {
    this.#options = options;
  }

  /** @throws ForwardedError when the catalog cannot be read to the end */
  async refresh(options: { signal?: AbortSignal }): Promise<FollowResult> {
    const { index, catalog, auth } = this.#options;
    const reading = {
      catalog,
      credentials: await auth.getOwnServiceCredentials(),
      signal: options.signal,
    };
    const services = await readServices(reading).catch(error => {
      throw new ForwardedError(
        'The services of the catalog could not be read, the last known ones stay in use',
        error,
      );
    });
    const links = await readGroupLinks(reading).catch(error => {
      throw new ForwardedError(
        'The groups of the catalog could not be read, the last known services and groups stay in use',
        error,
      );
    });
    const { added, changed, removed } = await index.replaceAll(services);
    const isRegrouped = await index.replaceGroups(links);
    return {
      found: services.length,
      changed: isRegrouped || added + changed + removed > 0,
    };
  }
}
