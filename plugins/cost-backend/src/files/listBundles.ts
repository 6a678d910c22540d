import type { BillBundle } from './BillBundle';
import type { BillPlace } from './BillPlace';
import type { BillFile } from './BillFile';
import { bundleFiles, isPeriod } from './bundleFiles';
import { claimOf } from './BillClaim';
import { isManifest, type Manifest, readManifest } from './Manifest';

/**
 * What lies at a place, complete: manifests decide where there are any; without
 * them a folder is complete when nothing in it has changed for a while. What a
 * manifest misses for as long as that is handed over with it, to be refused.
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
  const read: Array<{ manifest: Manifest; file: BillFile }> = [];
  for (const file of manifests) {
    const { name } = file;
    const text = await place.readText({ name, signal });
    const manifest = readManifest({ name, text });
    if (manifest) {
      read.push({ manifest, file });
    }
  }
  const isSettled = ({ changedAt }: BillFile) =>
    changedAt === undefined || changedAt <= now - settleMs;
  return bundleFiles(listed).flatMap(bundle => {
    const claims = read
      .filter(({ manifest }) => isOf(manifest, bundle))
      .map(({ manifest, file }) => ({
        isSettled: isSettled(file),
        ...claimOf({ ...file, manifest, files: bundle.files }),
      }));
    const [newest] = claims;
    if (!newest) {
      return bundle.files.every(isSettled) ? [bundle] : [];
    }
    const chosen =
      claims.find(({ claim }) => claim.missing.length === 0) ??
      (newest.isSettled ? newest : undefined);
    return chosen
      ? [{ ...bundle, files: chosen.files, claim: chosen.claim }]
      : [];
  });
}

/**
 * Whether a manifest is of the period whose folder this is, or beside the one
 * file that it names.
 */
function isOf({ name, parts }: Manifest, bundle: BillBundle): boolean {
  const period = bundle.id.split('/').at(-1) ?? '';
  if (isPeriod(period)) {
    const paths = [name, ...parts.map(({ path }) => path)];
    return paths.some(path => path.split('/').includes(period));
  }
  const [part, ...others] = parts;
  const [folder, fileFolder] = [name, bundle.id].map(path =>
    path.split('/').slice(0, -1).join('/'),
  );
  return (
    others.length === 0 &&
    folder === fileFolder &&
    part.path.split(/[/\\]+/).at(-1) === period
  );
}
