import type { BillFile } from './BillFile';
import { fileOfPart, type Manifest, type ManifestExtent } from './Manifest';

/** What a manifest says of the files of a delivery. */
export interface BillClaim extends ManifestExtent {
  /** Path of the manifest. */
  manifest: string;
  /** Changes whenever the manifest does. */
  version: string;
  /** Of single files, by their names at the place. */
  parts: ReadonlyMap<string, ManifestExtent>;
  /** Paths, as the manifest has them, of files that are not there. */
  missing: string[];
  /** How many files it speaks of without naming them. */
  unnamed: number;
}

/**
 * Finds the files that a manifest names.
 *
 * @param options.version - of the manifest's own file
 */
export function claimOf(options: {
  manifest: Manifest;
  version: string;
  files: readonly BillFile[];
}): { claim: BillClaim; files: BillFile[] } {
  const { manifest, version, files } = options;
  const found = new Map<BillFile, ManifestExtent>();
  const missing: string[] = [];
  for (const { path, ...extent } of manifest.parts) {
    const file = fileOfPart({ path }, files);
    if (file) {
      found.set(file, extent);
    } else {
      missing.push(path);
    }
  }
  const { name, parts, bytes, rows, files: count = 0 } = manifest;
  return {
    files: [...found.keys()],
    claim: {
      manifest: name,
      version,
      ...(bytes !== undefined && { bytes }),
      ...(rows !== undefined && { rows }),
      parts: new Map([...found].map(([file, extent]) => [file.name, extent])),
      missing,
      unnamed: Math.max(0, count - parts.length),
    },
  };
}
