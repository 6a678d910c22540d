import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type {
  UrlReaderService,
  UrlReaderServiceReadUrlResponse,
} from '@backstage/backend-plugin-api';
import { InputError, isError, toError } from '@backstage/errors';
import type { BillFile, LocalFile } from './BillFile';
import type { BillPlace } from './BillPlace';
import { isBillFile } from './bundleFiles';
import { readManifest } from './Manifest';
import { downloadLimit } from './downloadLimit';
import { type MonthUrl, monthUrls } from './monthUrls';
import { partUrl } from './partUrl';

/** A manifest is small. */
const MANIFEST_BYTES = 4 * 1024 * 1024;

interface Seen {
  etag: string | undefined;
  files: Array<BillFile & { url: string }>;
  /** Text of the manifest, where it is one. */
  text?: string;
}

/**
 * Bills behind an address that Backstage's URL readers can read: S3, GCS, Azure
 * and any server that `backend.reading.allow` permits. Readers cannot list a
 * bucket without fetching all of it, so that the address names a file, or the
 * manifest of an export; `{month}` in it stands for this month and some before.
 */
export class UrlPlace implements BillPlace {
  readonly title: string;
  readonly #options: {
    urlReader: UrlReaderService;
    url: string;
    months: number;
    now: () => number;
  };
  /** What was there last, by address. */
  readonly #seen = new Map<string, Seen>();

  /**
   * @param options.key - where app-config names it, for sentences
   * @param options.months - how many months `{month}` stands for; 3 by default
   * @throws InputError when the address names neither a file nor a manifest
   */
  static create(options: {
    urlReader: UrlReaderService;
    url: string;
    key: string;
    months?: number;
    now?: () => number;
  }): UrlPlace {
    const { url, key, urlReader, months = 3, now = Date.now } = options;
    const path = URL.canParse(url) ? new URL(url).pathname : '';
    if (!isBillFile(path) && !path.endsWith('.json')) {
      throw new InputError(
        `${key} must be the address of a .csv, .csv.gz or .parquet file, or of an export's ` +
          `manifest (.json); {month} in it stands for months such as 2026-10`,
      );
    }
    return new UrlPlace({ urlReader, url, months, now });
  }

  private constructor(options: {
    urlReader: UrlReaderService;
    url: string;
    months: number;
    now: () => number;
  }) {
    const { origin, pathname } = new URL(options.url);
    // a query may hold a signature
    this.title = `${origin}${decodeURIComponent(pathname)}`;
    this.#options = options;
  }

  async list(options: { signal: AbortSignal }): Promise<BillFile[]> {
    const { url, months, now } = this.#options;
    const files: BillFile[] = [];
    for (const address of monthUrls({ url, months, now: now() })) {
      const seen = await this.#look(address, options.signal);
      files.push(...(seen?.files ?? []));
    }
    return files.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  async readText(options: { name: string }): Promise<string> {
    const seen = [...this.#seen.values()].find(
      ({ text, files }) =>
        text !== undefined && files.some(({ name }) => name === options.name),
    );
    return seen?.text ?? '';
  }

  async bring(options: {
    files: readonly BillFile[];
    folder: string;
    bytes: number;
    signal: AbortSignal;
  }): Promise<LocalFile[]> {
    const { files, folder, bytes, signal } = options;
    const limit = downloadLimit({ title: this.title, bytes });
    const brought: LocalFile[] = [];
    for (const [index, { name }] of files.entries()) {
      const response = await this.#read(this.#urlOf(name), { signal });
      const path = join(folder, `part-${index}`);
      await pipeline(
        await contentOf(response),
        limit,
        createWriteStream(path),
        { signal },
      );
      brought.push({ name, path });
    }
    return brought;
  }

  #urlOf(name: string): string {
    for (const { files } of this.#seen.values()) {
      const found = files.find(file => file.name === name);
      if (found) {
        return found.url;
      }
    }
    throw new InputError(`${name} is not at ${this.title}`);
  }

  /** What is at an address; undefined when nothing is. */
  async #look(
    { url, month }: MonthUrl,
    signal: AbortSignal,
  ): Promise<Seen | undefined> {
    const before = this.#seen.get(url);
    try {
      const response = await this.#read(url, { signal, etag: before?.etag });
      const seen = isBillFile(new URL(url).pathname)
        ? await seenFile({ url, month, response })
        : await seenManifest({ url, month, response });
      this.#seen.set(url, seen);
      return seen;
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        return before;
      }
      // a month that was not exported yet, or not any more
      if (month !== undefined && isMissing(error)) {
        this.#seen.delete(url);
        return undefined;
      }
      throw error;
    }
  }

  async #read(
    url: string,
    options: { signal: AbortSignal; etag?: string },
  ): Promise<UrlReaderServiceReadUrlResponse> {
    try {
      return await this.#options.urlReader.readUrl(url, options);
    } catch (error) {
      const { name, message } = toError(error);
      if (name === 'NotModifiedError' || isMissing(error)) {
        throw error;
      }
      // messages of readers repeat the address with its query
      const { search } = new URL(url);
      throw new Error(
        `${this.title} cannot be read: ${
          search ? message.replaceAll(search, '') : message
        }`,
      );
    }
  }
}

const hashOf = (content: Buffer) =>
  createHash('sha256').update(content).digest('hex').slice(0, 32);

async function contentOf(
  response: UrlReaderServiceReadUrlResponse,
): Promise<Readable> {
  return response.stream?.() ?? Readable.from([await response.buffer()]);
}

/** Of what has no other version; bills are too large to be held for it. */
async function hashOfContent(
  response: UrlReaderServiceReadUrlResponse,
): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of await contentOf(response)) {
    hash.update(chunk);
  }
  return hash.digest('hex').slice(0, 32);
}

function isMissing(error: unknown): boolean {
  const { name, message } = toError(error);
  return name === 'NotFoundError' || /NoSuchKey|\b404\b/.test(message);
}

async function seenFile(options: {
  url: string;
  month: string | undefined;
  response: UrlReaderServiceReadUrlResponse;
}): Promise<Seen> {
  const { url, month, response } = options;
  const { etag, lastModifiedAt } = response;
  const known = etag ?? lastModifiedAt?.toISOString();
  const version = known ?? (await hashOfContent(response));
  if (known !== undefined) {
    response.stream?.().destroy();
  }
  const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1)!);
  return {
    etag,
    files: [
      {
        name: month === undefined ? name : `${month}/${name}`,
        url,
        version,
        changedAt: lastModifiedAt?.getTime(),
      },
    ],
  };
}

/** An export writes its manifest last: its version is that of all files. */
async function seenManifest(options: {
  url: string;
  month: string | undefined;
  response: UrlReaderServiceReadUrlResponse;
}): Promise<Seen> {
  const { url, month, response } = options;
  const content = await response.buffer();
  const folder = month === undefined ? '' : `${month}/`;
  const name = `${folder}manifest.json`;
  const text = content.toString('utf8');
  const manifest =
    content.length > MANIFEST_BYTES ? undefined : readManifest({ name, text });
  const { origin, pathname } = new URL(url);
  if (!manifest) {
    throw new InputError(
      `${origin}${pathname} names no files: set url to the manifest of an export, or to a file`,
    );
  }
  const version = hashOf(content);
  const changedAt = response.lastModifiedAt?.getTime();
  return {
    etag: response.etag,
    text,
    files: [
      { name, url, version, changedAt },
      ...manifest.parts.map(({ path: part }) => ({
        name: `${folder}${part.replace(/^[a-z0-9]+:\/+/i, '')}`,
        url: partUrl({ manifestUrl: url, part }),
        version,
        changedAt,
      })),
    ],
  };
}
