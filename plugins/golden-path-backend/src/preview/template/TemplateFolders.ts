import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import { fetchContents } from '@backstage/plugin-scaffolder-node';
import { LRUCache } from 'lru-cache';

/** A folder is read again after so long, so that a new template shows. */
const KEPT_MS = 30_000;

/** One file of a template's folder, as a dry run takes it. */
export interface TemplateFile {
  path: string;
  base64Content: string;
}

/** Reads what lies beside templates: what their steps fetch. */
export class TemplateFolders {
  readonly #reader: UrlReaderService;
  readonly #integrations: ScmIntegrations;
  readonly #kept = new LRUCache<string, Promise<TemplateFile[]>>({
    max: 10,
    ttl: KEPT_MS,
  });

  static create(options: {
    reader: UrlReaderService;
    integrations: ScmIntegrations;
  }): TemplateFolders {
    return new TemplateFolders(options);
  }

  private constructor(options: {
    reader: UrlReaderService;
    integrations: ScmIntegrations;
  }) {
    this.#reader = options.reader;
    this.#integrations = options.integrations;
  }

  /** @throws InputError when the catalog does not say where the template lies */
  async read(template: Entity): Promise<TemplateFile[]> {
    const baseUrl = baseUrlOf(template);
    const kept = this.#kept.get(baseUrl);
    if (kept) {
      return kept;
    }
    const files = this.#fetch(baseUrl);
    this.#kept.set(baseUrl, files);
    // what failed is tried again with the next preview
    files.catch(() => this.#kept.delete(baseUrl));
    return files;
  }

  async #fetch(baseUrl: string): Promise<TemplateFile[]> {
    const folder = await mkdtemp(join(tmpdir(), 'golden-path-template-'));
    try {
      await fetchContents({
        reader: this.#reader,
        integrations: this.#integrations,
        baseUrl,
        fetchUrl: './layers',
        outputPath: folder,
      });
      return await filesBelow(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** As the scaffolder itself finds it. */
function baseUrlOf({ metadata }: Entity): string {
  const location =
    metadata.annotations?.[ANNOTATION_SOURCE_LOCATION] ??
    metadata.annotations?.[ANNOTATION_LOCATION] ??
    '';
  const [, baseUrl] = /^(?:url|file):(.+)$/.exec(location) ?? [];
  if (!baseUrl) {
    throw new InputError(
      `template: the catalog does not say where ${metadata.name} lies, so it cannot be previewed`,
    );
  }
  return location.startsWith('file:') ? `file://${baseUrl}` : baseUrl;
}

async function filesBelow(folder: string): Promise<TemplateFile[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(async file => ({
        path: `layers/${relative(folder, file).split(sep).join('/')}`,
        base64Content: await readFile(file, 'base64'),
      })),
  );
}
