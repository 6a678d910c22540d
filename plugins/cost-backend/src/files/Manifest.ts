import type { JsonValue } from '@backstage/types';
import type { BillFile } from './BillFile';

/** What an export says it consists of. */
export interface Manifest {
  /** Path of the manifest below the place's root. */
  name: string;
  /** Paths as the exporter knows them: other roots, URLs, bare names. */
  parts: string[];
}

const MANIFEST = /manifest[^/]*\.json$/i;

/** Whether a name is that of an export's manifest. */
export function isManifest(name: string): boolean {
  return MANIFEST.test(name);
}

/** Keys of the lists in which AWS, Azure and others name an export's files. */
const LISTS = ['dataFiles', 'blobs', 'reportKeys', 'files', 'parts'];
const NAMES = ['blobName', 'name', 'path', 'key', 'url'];

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
  const parts = (list ?? []).flatMap(part => {
    const found = isObject(part)
      ? NAMES.map(key => part[key]).find(one => typeof one === 'string')
      : part;
    return typeof found === 'string' ? [found] : [];
  });
  return parts.length > 0 ? { name, parts } : undefined;
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

const endsAlike = (name: string, part: string) => sharedTail(name, part) > 0;

/**
 * The files that a manifest names: an exporter's path ends as ours does, for it
 * knows the same folders under another root.
 *
 * @returns undefined while one of them is missing
 */
export function filesOfManifest(
  manifest: Manifest,
  files: readonly BillFile[],
): BillFile[] | undefined {
  const found = manifest.parts.map(part =>
    files
      .filter(({ name }) => endsAlike(name, part))
      .sort(
        (one, other) =>
          sharedTail(other.name, part) - sharedTail(one.name, part),
      )
      .at(0),
  );
  return found.every(file => file !== undefined)
    ? [...new Set(found.flatMap(file => file ?? []))]
    : undefined;
}
