import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  compareVersions,
  type LockFile,
  type UpdatePreview,
  type UpdateRequest,
  type UpdateWrite,
} from '@plimsoll/plugin-golden-path-common';
import type { Repository } from '@plimsoll/repository-hosts';
import pLimit from 'p-limit';
import type { FileTree } from './merge/FileVersion';
import { mergeUpdate } from './mergeUpdate';
import type { VersionRenderer } from './render/VersionRenderer';
import type { ServiceRepositories } from './repository/ServiceRepositories';
import { layersHash } from './versions/layersHash';
import { migrateAnswers } from './versions/migrateAnswers';
import type { TemplateArchive } from './versions/TemplateArchive';
import type { TemplateVersion } from './versions/TemplateVersion';
import { notesBetween } from './versions/VersionNotes';
import { wantedOf } from './wantedOf';

const NO_FILES = {
  add: 0,
  update: 0,
  merge: 0,
  remove: 0,
  keep: 0,
  conflict: 0,
};

/** Each holds a repository in memory. */
const AT_ONCE = 2;
/** That may wait; whoever comes later is asked to try again. */
const WAITING = 20;

interface MergeOptions {
  ref: string;
  entity: Entity;
  /** Ref of the template. */
  template: string;
  request: UpdateRequest;
}

interface MergedRepository {
  preview: UpdatePreview;
  writes: UpdateWrite[];
  repository: Repository;
}

/** Merges a newer version of a template into a service's repository. */
export class ServiceMerger {
  readonly #options: {
    archive: TemplateArchive;
    logger: LoggerService;
    renderer: VersionRenderer;
    repositories: ServiceRepositories;
  };

  readonly #limit = pLimit(AT_ONCE);

  static create(options: {
    archive: TemplateArchive;
    logger: LoggerService;
    renderer: VersionRenderer;
    repositories: ServiceRepositories;
  }): ServiceMerger {
    return new ServiceMerger(options);
  }

  private constructor(options: {
    archive: TemplateArchive;
    logger: LoggerService;
    renderer: VersionRenderer;
    repositories: ServiceRepositories;
  }) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the wanted version is not known
   * @throws InputError when the newer template refuses the service's answers
   * @throws ServiceUnavailableError when too many wait already
   */
  async merge(options: MergeOptions): Promise<MergedRepository> {
    if (this.#limit.pendingCount >= WAITING) {
      throw new ServiceUnavailableError(
        'Too many updates are being worked out; try again in some seconds',
      );
    }
    return this.#limit(() => this.#merge(options));
  }

  async #merge(options: MergeOptions): Promise<MergedRepository> {
    const { ref, entity, template, request } = options;
    const { archive, renderer, repositories } = this.#options;
    const versions = await archive.versionsOf(template);
    const wanted = wantedOf({ versions, template, request });
    const { repository, lock, files } = await repositories.read(entity);
    if (!template.endsWith(`/${lock.template.name}`)) {
      throw new InputError(
        `The repository was made by ${lock.template.name}, but the catalog says ${template}; mend spec.scaffoldedFrom of its catalog-info.yaml`,
      );
    }
    if (compareVersions(wanted.version, lock.template.version) <= 0) {
      throw new ConflictError(
        `The repository was written by ${lock.template.name} ${lock.template.version} already`,
      );
    }
    const between = notesBetween({
      notes: wanted.notes,
      from: lock.template.version,
      to: wanted.version,
    });
    const { answers, questions } = migrateAnswers({
      answers: lock.answers,
      notes: between,
      entity: wanted.entity,
      given: request.answers ?? {},
    });
    const preview = {
      entityRef: ref,
      template: lock.template.name,
      from: lock.template.version,
      to: wanted.version,
      changes: between
        .map(({ version, changes }) => ({ version, changes }))
        .reverse(),
    };
    if (questions.length > 0) {
      return {
        repository,
        writes: [],
        preview: {
          ...preview,
          questions,
          files: [],
          counts: NO_FILES,
          notes: [],
        },
      };
    }
    const [theirs, rendered] = await Promise.all([
      renderer.render({ version: wanted, answers }),
      this.#renderOld({ versions, lock }),
    ]);
    const merged = mergeUpdate({ lock, ours: files, rendered, theirs });
    const { writes, ...shown } = merged;
    return {
      repository,
      writes,
      preview: { ...preview, ...shown, questions: [] },
    };
  }

  /** @throws InputError when an address is not of the service's repository */
  requireOwnUrl(entity: Entity, url: string): void {
    const { host, owner, repo } = this.#options.repositories.place(entity);
    const { pathname, host: asked } = new URL(url);
    if (asked !== host || !pathname.startsWith(`/${owner}/${repo}/`)) {
      throw new InputError(
        `url: ${url} is no pull request of ${owner}/${repo} on ${host}`,
      );
    }
  }

  /** What the old version writes today; nothing where it cannot be told. */
  async #renderOld(options: {
    versions: TemplateVersion[];
    lock: LockFile;
  }): Promise<FileTree | undefined> {
    const { versions, lock } = options;
    const old = versions.find(
      one =>
        one.version === lock.template.version &&
        layersHash({ version: one, answers: lock.answers }) ===
          lock.template.hash,
    );
    if (!old) {
      return undefined;
    }
    try {
      return await this.#options.renderer.render({
        version: old,
        answers: lock.answers,
      });
    } catch (error) {
      this.#options.logger.warn(
        `${old.template} ${old.version} cannot be written again: files that were changed since cannot be merged`,
        isError(error) ? error : undefined,
      );
      return undefined;
    }
  }
}
