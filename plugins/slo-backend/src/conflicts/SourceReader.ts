import { glob, readFile, stat } from 'node:fs/promises';
import { normalize } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  parseLocationRef,
  stringifyLocationRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { claimedRefs } from './claimedRefs';
import type { SourceFile } from './SourceTarget';

/** A file of a catalog is never this long. */
const MAX_BYTES = 1024 * 1024;
/** Files that one pattern may lead to. */
const MAX_FILES = 200;

/** What reading a target gave. */
export interface SourceReading {
  etag?: string;
  /** Only those that hold OpenSLO documents. */
  files: SourceFile[];
}

/** Reads the files of a target as the catalog does. */
export class SourceReader {
  readonly #urlReader: UrlReaderService;

  static create(options: { urlReader: UrlReaderService }): SourceReader {
    return new SourceReader(options.urlReader);
  }

  private constructor(urlReader: UrlReaderService) {
    this.#urlReader = urlReader;
  }

  /**
   * @param options.target - a location ref of type `url` or `file`
   * @param options.etag - of the last reading
   * @throws NotModifiedError when nothing has changed since `etag`
   */
  async read(options: {
    target: string;
    etag?: string;
    signal?: AbortSignal;
  }): Promise<SourceReading> {
    const { type, target } = parseLocationRef(options.target);
    return type === 'file'
      ? this.#readFiles(target)
      : this.#readUrls(target, options);
  }

  async #readUrls(
    url: string,
    options: { etag?: string; signal?: AbortSignal },
  ): Promise<SourceReading> {
    const response = await this.#urlReader.search(url, options);
    const files: SourceFile[] = [];
    for (const file of response.files.slice(0, MAX_FILES)) {
      const content = await file.content();
      options.signal?.throwIfAborted();
      files.push({
        location: stringifyLocationRef({ type: 'url', target: file.url }),
        refs: refsOf(content),
      });
    }
    return {
      files: files.filter(({ refs }) => refs.length > 0),
      ...(response.etag && { etag: response.etag }),
    };
  }

  async #readFiles(pattern: string): Promise<SourceReading> {
    const paths = await pathsOf(pattern);
    const files: SourceFile[] = [];
    for (const path of paths) {
      if ((await stat(path)).size > MAX_BYTES) {
        throw new InputError(`${path} is too long to be read`);
      }
      files.push({
        location: stringifyLocationRef({
          type: 'file',
          target: normalize(path),
        }),
        refs: refsOf(await readFile(path)),
      });
    }
    return { files: files.filter(({ refs }) => refs.length > 0) };
  }
}

async function pathsOf(pattern: string): Promise<string[]> {
  if (!/[*?{}[\]]/.test(pattern)) {
    return [pattern];
  }
  const paths: string[] = [];
  for await (const path of glob(pattern)) {
    paths.push(path);
    if (paths.length === MAX_FILES) {
      break;
    }
  }
  return paths;
}

function refsOf(content: Buffer): string[] {
  if (content.length > MAX_BYTES) {
    throw new InputError('is too long to be read');
  }
  return claimedRefs(content.toString('utf8'));
}
