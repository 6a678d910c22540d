import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { Pace } from '@plimsoll/plugin-database';
import type { FollowResult } from '@plimsoll/service-index';
import type { ObjectiveSources } from './ObjectiveSources';
import type { ObjectiveStore } from './ObjectiveStore';
import { readDocuments } from './readDocuments';
import { type RefusedDocument, resolveObjectives } from './resolveObjectives';

/**
 * Brings the objectives up to date with the SLO and SLI entities of the
 * catalog. When the catalog cannot be read, the last known ones stay.
 */
export class ObjectiveSync {
  readonly #options: Parameters<typeof ObjectiveSync.create>[0];
  /** What was said already, so that the log is not filled every minute. */
  #warned = new Set<string>();

  static create(options: {
    store: ObjectiveStore;
    sources: ObjectiveSources;
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
  }): ObjectiveSync {
    return new ObjectiveSync(options);
  }

  private constructor(options: Parameters<typeof ObjectiveSync.create>[0]) {
    this.#options = options;
  }

  /** @throws ForwardedError when the catalog cannot be read to the end */
  async sync(options: { signal?: AbortSignal }): Promise<FollowResult> {
    const { store, sources, catalog, auth } = this.#options;
    const documents = await readDocuments({
      catalog,
      credentials: await auth.getOwnServiceCredentials(),
      signal: options.signal,
    }).catch(error => {
      throw new ForwardedError(
        'The SLO documents of the catalog could not be read, the last known ones stay in use',
        error,
      );
    });
    const { objectives, refused } = await Pace.create().run(
      resolveObjectives({ documents, sources }),
    );
    this.#warn(refused);
    const { added, changed, removed } = await store.replaceAll({ objectives });
    return {
      found: objectives.length,
      changed: added + changed + removed > 0,
    };
  }

  // The catalog refuses such documents where its OpenSLO module is installed.
  #warn(refused: RefusedDocument[]): void {
    const sentences = refused.map(
      ({ name, faults }) =>
        `The SLO ${name} is no OpenSLO document and is not measured: ${faults
          .map(fault => `${fault.path} ${fault.message}`)
          .join('; ')}`,
    );
    for (const sentence of sentences) {
      if (!this.#warned.has(sentence)) {
        this.#options.logger.warn(sentence);
      }
    }
    this.#warned = new Set(sentences);
  }
}
