import type {
  BackstageCredentials,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION } from '@backstage/catalog-model';
import { ConflictError, isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  fileUrlOf,
  LOCK_FILE,
  type LockFile,
  type PlannedService,
  readLock,
} from '@plimsoll/plugin-golden-path-common';
import type { RepositoryHosts } from '../hosts/RepositoryHosts';
import { compareAnswers } from './compareAnswers';

/** Where a service is about to be made: what is there already. */
export interface TargetState {
  /**
   * `ours` was made by an earlier try with the same answers, `empty` by one
   * that did not come to its end.
   */
  repository: 'missing' | 'empty' | 'ours';
  /** Whether the catalog has its location. */
  registered: boolean;
  /** Address of its catalog-info.yaml. */
  catalogInfoUrl: string;
}

/** Looks whether a service may be made where its form says. */
export class RepositoryTarget {
  readonly #hosts: RepositoryHosts;
  readonly #reader: UrlReaderService;
  readonly #catalog: Pick<
    CatalogService,
    'getEntityByRef' | 'getLocationByRef'
  >;

  static create(options: {
    hosts: RepositoryHosts;
    reader: UrlReaderService;
    catalog: Pick<CatalogService, 'getEntityByRef' | 'getLocationByRef'>;
  }): RepositoryTarget {
    return new RepositoryTarget(options);
  }

  private constructor(options: {
    hosts: RepositoryHosts;
    reader: UrlReaderService;
    catalog: Pick<CatalogService, 'getEntityByRef' | 'getLocationByRef'>;
  }) {
    this.#hosts = options.hosts;
    this.#reader = options.reader;
    this.#catalog = options.catalog;
  }

  /**
   * @throws ConflictError when the name or the repository is somebody else's
   * @throws InputError when app-config has no credentials for the host
   */
  async require(options: {
    service: PlannedService;
    answers: Record<string, unknown>;
    credentials: BackstageCredentials;
  }): Promise<TargetState> {
    const { service, answers, credentials } = options;
    const { repository } = service;
    this.#hosts.requireCredentials(repository);
    const catalogInfoUrl = fileUrlOf(repository, 'catalog-info.yaml');
    await this.#requireFreeName({ service, catalogInfoUrl, credentials });
    const state = await this.#hosts.stateOf(repository);
    if (state === 'filled') {
      requireSame({ service, answers, lock: await this.lockOf(service) });
    }
    const location = await this.#catalog.getLocationByRef(
      `url:${catalogInfoUrl}`,
      { credentials },
    );
    return {
      repository: state === 'filled' ? 'ours' : state,
      registered: Boolean(location),
      catalogInfoUrl,
    };
  }

  /** What the repository remembers of how it was made. */
  async lockOf({
    repository,
  }: Pick<PlannedService, 'repository'>): Promise<LockFile | undefined> {
    try {
      const file = await this.#reader.readUrl(fileUrlOf(repository, LOCK_FILE));
      return readLock((await file.buffer()).toString('utf8'));
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') {
        return undefined;
      }
      throw error;
    }
  }

  async #requireFreeName(options: {
    service: PlannedService;
    catalogInfoUrl: string;
    credentials: BackstageCredentials;
  }): Promise<void> {
    const { service, catalogInfoUrl, credentials } = options;
    const entity = await this.#catalog.getEntityByRef(service.entityRef, {
      credentials,
    });
    const location = entity?.metadata.annotations?.[ANNOTATION_LOCATION];
    if (entity && location !== `url:${catalogInfoUrl}`) {
      throw new ConflictError(
        `name: the catalog has ${service.entityRef} already, from ${
          location ?? 'elsewhere'
        }; choose another name`,
      );
    }
  }
}

function requireSame(options: {
  service: PlannedService;
  answers: Record<string, unknown>;
  lock: LockFile | undefined;
}): void {
  const { service, answers, lock } = options;
  const { url } = service.repository;
  if (!lock || lock.template.name !== service.template.name) {
    throw new ConflictError(
      `repoUrl: the repository ${url} exists and was not made by ${service.template.name}; choose another one`,
    );
  }
  const changed = compareAnswers(lock.answers, answers);
  if (changed.length > 0) {
    throw new ConflictError(
      `repoUrl: the repository ${url} exists and was made with other answers (${changed.join(
        ', ',
      )}); choose another name, or change what is there`,
    );
  }
}
