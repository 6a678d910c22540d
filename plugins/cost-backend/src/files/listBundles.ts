import type { BillBundle } from './BillBundle';
import type { BillPlace } from './BillPlace';
import type { BillFile } from './BillFile';
import { bundleFiles, isPeriod } from './bundleFiles';
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
  const listed = await place.list({ signal });
  const manifests = listed
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
  return bundleFiles(listed).flatMap(bundle => {
    const ofBundle = read.filter(manifest => isOf(manifest, bundle));
    if (ofBundle.length === 0) {
      return bundle.files.every(isSettled) ? [bundle] : [];
    }
    const [chosen] = ofBundle.flatMap(manifest => {
      const files = filesOfManifest(manifest, bundle.files);
      return files ? [files] : [];
    });
    return chosen ? [{ ...bundle, files: chosen }] : [];
  });
}

/** Whether a manifest is of the period whose folder this is. */
function isOf(manifest: Manifest, bundle: BillBundle): boolean {
  const period = bundle.id.split('/').at(-1) ?? '';
  const paths = [manifest.name, ...manifest.parts];
  return (
    isPeriod(period) && paths.some(path => path.split('/').includes(period))
  );
}
