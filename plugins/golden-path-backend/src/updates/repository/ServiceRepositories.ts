import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { InputError, isError, NotFoundError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  LOCK_FILE,
  type LockFile,
  readLock,
} from '@plimsoll/plugin-golden-path-common';
import {
  fileUrl,
  hostOf,
  type Repository,
  repositoryOfEntity,
  treeUrl,
} from '@plimsoll/repository-hosts';
import type { FileTree } from '../merge/FileVersion';
import { readFiles } from './readFiles';

/** A repository as it is now. */
export interface ReadRepository {
  repository: Repository;
  lock: LockFile;
  files: FileTree;
}

/** Reads repositories of services, with the portal's own credentials. */
export class ServiceRepositories {
  readonly #integrations: ScmIntegrations;
  readonly #reader: UrlReaderService;

  static create(options: {
    integrations: ScmIntegrations;
    reader: UrlReaderService;
  }): ServiceRepositories {
    return new ServiceRepositories(options);
  }

  private constructor(options: {
    integrations: ScmIntegrations;
    reader: UrlReaderService;
  }) {
    this.#integrations = options.integrations;
    this.#reader = options.reader;
  }

  /**
   * @throws NotFoundError when it has no lock, and so was made by no template
   * @throws InputError when nobody can write there, or it is too large
   */
  async read(entity: Entity): Promise<ReadRepository> {
    const repository = this.place(entity);
    const host = hostOf(this.#integrations, repository.host);
    if (!host?.maySign) {
      throw new InputError(
        `integrations of app-config has no credentials for ${repository.host}, where ${repository.owner}/${repository.repo} is`,
      );
    }
    const tree = await this.#reader.readTree(
      treeUrl({ ...host, repository, file: repository.folder }),
    );
    const folder = await mkdtemp(join(tmpdir(), 'service-'));
    try {
      const files = await readFiles(await tree.dir({ targetDir: folder }));
      const found = files.get(LOCK_FILE);
      const lock = found && readLock(found.content.toString('utf8'));
      if (!lock) {
        throw new NotFoundError(
          `${repository.owner}/${repository.repo} has no ${LOCK_FILE} that can be read, so nobody knows how it was made`,
        );
      }
      return { repository, lock, files };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /**
   * The version of its template that the lock says now.
   *
   * @returns nothing where there is no lock that can be read
   */
  async writtenVersion(entity: Entity): Promise<string | undefined> {
    const repository = this.place(entity);
    const host = hostOf(this.#integrations, repository.host);
    if (!host) {
      return undefined;
    }
    const file = [repository.folder, LOCK_FILE].filter(Boolean).join('/');
    try {
      const found = await this.#reader.readUrl(
        fileUrl({ ...host, repository, file }),
      );
      const text = (await found.buffer()).toString('utf8');
      return readLock(text)?.template.version;
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') {
        return undefined;
      }
      throw error;
    }
  }

  /** @throws InputError when the catalog does not say where it is kept */
  place(entity: Entity): Repository {
    const repository = repositoryOfEntity(entity);
    if (!repository) {
      throw new InputError(
        `${entity.metadata.name} has no repository in the catalog; annotate it with backstage.io/source-location`,
      );
    }
    return repository;
  }
}
