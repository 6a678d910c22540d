import type { AuthService } from '@backstage/backend-plugin-api';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { FileTree, FileVersion } from '../merge/FileVersion';
import { sha256 } from '../sha256';
import type { TemplateArchive } from '../versions/TemplateArchive';
import type { TemplateVersion } from '../versions/TemplateVersion';
import { executablePaths } from './executablePaths';

/** Renderings at once: each takes a core for its time. */
const AT_ONCE = 2;
/** Renderings that may wait; whoever comes later is asked to try again. */
const WAITING = 20;
/** Kept for whoever looks at a preview, then opens the pull request. */
const KEPT = 20;
const KEPT_MS = 10 * 60_000;

/** What a template does with others, or for people alone. */
const OUTSIDE =
  /^(publish:.*|catalog:register|goldenpath:(target|verify|push|after-failure))$/;

/** Writes what a version of a template writes, by the scaffolder's own dry run. */
export class VersionRenderer {
  readonly #archive: TemplateArchive;
  readonly #auth: AuthService;
  readonly #scaffolder: Pick<ScaffolderService, 'dryRun'>;
  readonly #limit = pLimit(AT_ONCE);
  readonly #kept = new LRUCache<string, Promise<FileTree>>({
    max: KEPT,
    ttl: KEPT_MS,
  });

  static create(options: {
    archive: TemplateArchive;
    auth: AuthService;
    scaffolder: Pick<ScaffolderService, 'dryRun'>;
  }): VersionRenderer {
    return new VersionRenderer(options);
  }

  private constructor(options: {
    archive: TemplateArchive;
    auth: AuthService;
    scaffolder: Pick<ScaffolderService, 'dryRun'>;
  }) {
    this.#archive = options.archive;
    this.#auth = options.auth;
    this.#scaffolder = options.scaffolder;
  }

  /** @throws InputError with what a step says when it refuses the answers */
  async render(options: {
    version: TemplateVersion;
    answers: Record<string, unknown>;
  }): Promise<FileTree> {
    const { version, answers } = options;
    const key = sha256(JSON.stringify([version.id, answers]));
    const there = this.#kept.get(key);
    if (there) {
      return there;
    }
    if (this.#limit.pendingCount >= WAITING) {
      throw new ServiceUnavailableError(
        'Too many updates are being worked out; try again in some seconds',
      );
    }
    const made = this.#limit(() => this.#dryRun(options));
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    return made;
  }

  async #dryRun(options: {
    version: TemplateVersion;
    answers: Record<string, unknown>;
  }): Promise<FileTree> {
    const { version, answers } = options;
    const contents = await this.#archive.contentsOf(version);
    const entity = withoutOthers(version.entity);
    let directory;
    try {
      const { directoryContents } = await this.#scaffolder.dryRun(
        {
          template: entity,
          values: answers as JsonObject,
          directoryContents: version.files.map(file => ({
            path: `layers/${file.path}`,
            base64Content: (
              contents.get(file.sha256) ?? Buffer.alloc(0)
            ).toString('base64'),
          })),
        },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      directory = directoryContents;
    } catch (error) {
      throw new InputError(
        `${version.template} ${version.version} cannot be written with these answers`,
        error,
      );
    }
    const isExecutable = executablePaths({
      files: version.files,
      steps: entity.spec.steps,
    });
    return new Map(
      directory.map(({ path, base64Content }): [string, FileVersion] => [
        path,
        {
          content: Buffer.from(base64Content, 'base64'),
          mode: isExecutable(path) ? '100755' : '100644',
        },
      ]),
    );
  }
}

function withoutOthers(entity: TemplateEntityV1beta3): TemplateEntityV1beta3 {
  const steps = entity.spec.steps.filter(({ action }) => !OUTSIDE.test(action));
  return { ...entity, spec: { ...entity.spec, steps, output: {} } };
}
