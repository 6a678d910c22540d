import { InputError } from '@backstage/errors';

/**
 * Address of a file that a manifest names. Exporters write keys of a bucket,
 * addresses of their own (`s3://bucket/key`), or names beside the manifest.
 *
 * @throws InputError when it is not where the manifest is, in the same first
 * folder of the same server: a manifest must not make the backend read from
 * elsewhere, such as another bucket
 */
export function partUrl(options: {
  manifestUrl: string;
  part: string;
}): string {
  const { manifestUrl, part } = options;
  const manifest = new URL(manifestUrl);
  const found = /^https?:/i.test(part)
    ? new URL(part)
    : resolve(manifest, part.replace(/^[a-z0-9]+:\/\/[^/]+\//i, ''));
  if (found.origin !== manifest.origin) {
    throw new InputError(
      `${manifest.origin}${manifest.pathname} names a file on ${found.host}: ` +
        `a manifest may name files beside it alone`,
    );
  }
  const bucket = firstFolder(manifest);
  if (bucket !== undefined && firstFolder(found) !== bucket) {
    throw new InputError(
      `${manifest.origin}${manifest.pathname} names a file outside of /${bucket}/: ` +
        `a manifest may name files of its own bucket or folder alone`,
    );
  }
  return found.toString();
}

/** The bucket, or the first folder in it. */
function firstFolder({ pathname }: URL): string | undefined {
  const [folder, ...rest] = pathname.split('/').slice(1);
  return rest.length > 0 ? folder : undefined;
}

/** A key of the same bucket, whose first folders the manifest's path shares. */
function resolve(manifest: URL, key: string): URL {
  const keyFolders = key.replace(/^\/+/, '').split('/');
  const folders = manifest.pathname.split('/').slice(1, -1);
  const at = folders.findIndex(
    folder => decodeURIComponent(folder) === keyFolders[0],
  );
  const path =
    keyFolders.length > 1 && at >= 0
      ? [...folders.slice(0, at), ...keyFolders.map(encodeURIComponent)]
      : [...folders, ...keyFolders.map(encodeURIComponent)];
  const found = new URL(manifest);
  found.pathname = path.join('/');
  return found;
}
