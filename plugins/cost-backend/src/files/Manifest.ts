import type { JsonValue } from '@backstage/types';
import type { BillFile } from './BillFile';

/** How much there is, where a manifest says so. */
export interface ManifestExtent {
  bytes?: number;
  /** Without the header. */
  rows?: number;
}

/** A file of an export. */
export interface ManifestPart extends ManifestExtent {
  /** As the exporter knows it: another root, a URL, a bare name. */
  path: string;
}

/** What an export says it consists of. */
export interface Manifest extends ManifestExtent {
  /** Path of the manifest below the place's root. */
  name: string;
  parts: ManifestPart[];
  /** How many files there are, where that is said beside their names. */
  files?: number;
}

const MANIFEST = /manifest[^/]*\.json$/i;

/** Whether a name is that of an export's manifest. */
export function isManifest(name: string): boolean {
  return MANIFEST.test(name);
}

/** Keys of the lists in which AWS, Azure and others name an export's files. */
const LISTS = ['dataFiles', 'blobs', 'reportKeys', 'files', 'parts', 'entries'];
const NAMES = ['blobName', 'name', 'path', 'key', 'url'];
/** Azure's come first; those of others mean the same. */
const BYTES = [
  'byteCount',
  'content_length',
  'contentLength',
  'sizeBytes',
  'size',
];
const ROWS = ['dataRowCount', 'record_count', 'recordCount', 'rowCount'];
const FILES = ['blobCount', 'fileCount'];

/**
 * Reads a manifest of any of the exporters that we know.
 *
 * @returns undefined when it names no files
 */
export function readManifest(options: {
  name: string;
  text: string;
}): Manifest | undefined {
  const { name, text } = options;
  let content: JsonValue;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(content)) {
    return undefined;
  }
  const object = content;
  const list = LISTS.map(key => object[key]).find(Array.isArray);
  const parts = (list ?? []).flatMap((part): ManifestPart[] => {
    const said: Record<string, JsonValue> = isObject(part)
      ? part
      : { path: part };
    const path = NAMES.map(key => said[key]).find(
      one => typeof one === 'string',
    );
    return typeof path === 'string' ? [{ path, ...extentOf(said) }] : [];
  });
  const files = countOf(object, FILES);
  return parts.length > 0
    ? {
        name,
        parts,
        ...extentOf(object),
        ...(files !== undefined && { files }),
      }
    : undefined;
}

/** Some say it of the file, some in a `meta` of its entry. */
function extentOf(said: Record<string, JsonValue>): ManifestExtent {
  const all = isObject(said.meta) ? { ...said.meta, ...said } : said;
  const [bytes, rows] = [countOf(all, BYTES), countOf(all, ROWS)];
  return {
    ...(bytes !== undefined && { bytes }),
    ...(rows !== undefined && { rows }),
  };
}

function countOf(
  said: Record<string, JsonValue>,
  keys: readonly string[],
): number | undefined {
  const value = keys.map(key => said[key]).find(one => one !== undefined);
  const count =
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0
    ? count
    : undefined;
}

function isObject(value: unknown): value is Record<string, JsonValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const segments = (path: string) => path.split(/[/\\]+/).reverse();

/** How many folders and names from the end are the same. */
function sharedTail(one: string, other: string): number {
  const [a, b] = [segments(one), segments(other)];
  const differs = a.findIndex((part, index) => part !== b[index]);
  return differs < 0 ? a.length : differs;
}

/**
 * The file that is meant: an exporter's path ends as ours does, for it knows the
 * same folders under another root.
 */
export function fileOfPart(
  part: ManifestPart,
  files: readonly BillFile[],
): BillFile | undefined {
  return files
    .filter(({ name }) => sharedTail(name, part.path) > 0)
    .sort(
      (one, other) =>
        sharedTail(other.name, part.path) - sharedTail(one.name, part.path),
    )
    .at(0);
}
