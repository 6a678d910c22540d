import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type {
  AuthService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { fetchContents, fetchFile } from '@backstage/plugin-scaffolder-node';
import { isVersion } from '@plimsoll/plugin-golden-path-common';
import { sha256 } from '../sha256';
import type { TemplateArchive } from './TemplateArchive';
import type { ArchivedFile } from './TemplateVersion';
import { NOTES_FILE, readNotes, type VersionNote } from './VersionNotes';

/** What says which version a template is. */
export const VERSION_ANNOTATION = 'backstage.io/template-version';

/** A version is read again, in case its folder could not be read, so often. */
const REST_MS = 10 * 60_000;

/** @see TemplateReader */
export interface TemplateReaderOptions {
  archive: TemplateArchive;
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntities'>;
  integrations: ScmIntegrations;
  logger: LoggerService;
  reader: UrlReaderService;
  /** Unix milliseconds. */
  now(): number;
}

/** Looks at the templates of the catalog, and archives each new version. */
export class TemplateReader {
  readonly #options: TemplateReaderOptions;
  /** Unix milliseconds, by template and version. */
  readonly #readAt = new Map<string, number>();

  static create(options: TemplateReaderOptions): TemplateReader {
    return new TemplateReader(options);
  }

  private constructor(options: TemplateReaderOptions) {
    this.#options = options;
  }

  /** What one template says wrong does not stop the others. */
  async read(): Promise<void> {
    const { auth, catalog, logger, now } = this.#options;
    const { items } = await catalog.getEntities(
      { filter: { kind: 'Template' } },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const offered: string[] = [];
    for (const entity of items as TemplateEntityV1beta3[]) {
      const writesLock = entity.spec.steps?.some(
        ({ action }) => action === 'goldenpath:lock',
      );
      const version = entity.metadata.annotations?.[VERSION_ANNOTATION];
      if (!writesLock || !isVersion(version)) {
        continue;
      }
      // one whose folder cannot be read now stays as it was
      offered.push(stringifyEntityRef(entity));
      const key = `${stringifyEntityRef(entity)} ${version}`;
      if (now() - (this.#readAt.get(key) ?? -Infinity) < REST_MS) {
        continue;
      }
      this.#readAt.set(key, now());
      try {
        await this.#archive(entity, version);
      } catch (error) {
        logger.warn(
          `Newer versions of ${stringifyEntityRef(
            entity,
          )} are not offered: its folder cannot be read`,
          isError(error) ? error : undefined,
        );
      }
    }
    await this.#options.archive.offerOnly(offered);
  }

  async #archive(entity: TemplateEntityV1beta3, version: string) {
    const { archive, logger, now } = this.#options;
    const folder = await mkdtemp(join(tmpdir(), 'template-'));
    try {
      const { files, contents } = await this.#readLayers(entity, folder);
      const template = stringifyEntityRef(entity);
      const isNew = await archive.add({
        version: {
          template,
          version,
          entity: withoutCatalog(entity),
          files,
          notes: await this.#readNotes(entity, folder),
        },
        contents,
        now: now(),
      });
      if (isNew) {
        logger.info(
          `${template} ${version} is kept, with ${files.length} files`,
        );
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #readLayers(entity: Entity, folder: string) {
    const outputPath = join(folder, 'layers');
    await fetchContents({
      ...this.#options,
      baseUrl: baseUrlOf(entity),
      fetchUrl: './layers',
      outputPath,
    });
    const contents = new Map<string, Buffer>();
    const files: ArchivedFile[] = [];
    const entries = await readdir(outputPath, {
      recursive: true,
      withFileTypes: true,
    });
    for (const entry of entries.filter(one => one.isFile())) {
      const file = join(entry.parentPath, entry.name);
      const content = await readFile(file);
      const hash = sha256(content);
      contents.set(hash, content);
      files.push({
        path: relative(outputPath, file).split(sep).join('/'),
        sha256: hash,
        isExecutable: (await stat(file)).mode % 2 === 1,
      });
    }
    files.sort((a, b) => (a.path < b.path ? -1 : 1));
    return { files, contents };
  }

  async #readNotes(entity: Entity, folder: string): Promise<VersionNote[]> {
    const outputPath = join(folder, NOTES_FILE);
    try {
      await fetchFile({
        ...this.#options,
        baseUrl: baseUrlOf(entity),
        fetchUrl: `./${NOTES_FILE}`,
        outputPath,
      });
    } catch (error) {
      if (isMissing(error)) {
        return [];
      }
      throw error;
    }
    return readNotes(await readFile(outputPath, 'utf8'), entity.metadata.name);
  }
}

/** As the scaffolder finds it. */
function baseUrlOf({ metadata }: Entity): string | undefined {
  const location =
    metadata.annotations?.[ANNOTATION_SOURCE_LOCATION] ??
    metadata.annotations?.[ANNOTATION_LOCATION];
  const [, type, target] = /^(url|file):(.*)$/.exec(location ?? '') ?? [];
  return type === 'file' ? `file://${target}` : target;
}

/** What the catalog adds changes without the template. */
function withoutCatalog({
  apiVersion,
  kind,
  metadata,
  spec,
}: TemplateEntityV1beta3): TemplateEntityV1beta3 {
  const { name, namespace, title } = metadata;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace && { namespace }),
      ...(title && { title }),
    },
    spec,
  };
}

function isMissing(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'NotFoundError' || error.code === 'ENOENT')
  );
}
