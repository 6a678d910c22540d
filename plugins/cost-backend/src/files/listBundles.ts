import type { BillBundle } from './BillBundle';
import type { BillPlace } from './BillPlace';
import type { BillFile } from './BillFile';
import { bundleFiles } from './bundleFiles';
import {
  filesOfManifest,
  isManifest,
  type Manifest,
  readManifest,
} from './Manifest';

/**
 * What lies at a place, complete: manifests decide where there are any; without
 * them a folder is complete when nothing in it has changed for a while.
 *
 * @param options.settleMs - a file younger than this may still be written
 * @param options.now - Unix milliseconds
 */
export async function listBundles(options: {
  place: BillPlace;
  settleMs: number;
  now: number;
  signal: AbortSignal;
}): Promise<BillBundle[]> {
  const { place, settleMs, now, signal } = options;
  const files = await place.list({ signal });
  const manifests = files
    .filter(({ name }) => isManifest(name))
    // newest first: an export that was run again has a manifest for each run
    .sort((one, other) => (other.changedAt ?? 0) - (one.changedAt ?? 0));
  const read: Manifest[] = [];
  for (const { name } of manifests) {
    const text = await place.readText({ name, signal });
    read.push(...[readManifest({ name, text }) ?? []].flat());
  }
  const isSettled = ({ changedAt }: BillFile) =>
    changedAt === undefined || changedAt <= now - settleMs;
  return bundleFiles(files).flatMap(bundle => {
    const named = read.map(manifest => filesOfManifest(manifest, bundle.files));
    const chosen = named.find(one => one !== undefined);
    if (chosen) {
      return [{ ...bundle, files: chosen }];
    }
    const awaited = read.some(manifest => isOf(manifest, bundle));
    return !awaited && bundle.files.every(isSettled) ? [bundle] : [];
  });
}

/** A manifest of this very period, whose files are not all there. */
function isOf(manifest: Manifest, bundle: BillBundle): boolean {
  const period = bundle.id.split('/').at(-1) ?? '';
  return manifest.name.split('/').includes(period);
}
