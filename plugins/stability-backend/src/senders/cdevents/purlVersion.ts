import { isVersion } from '../payload/isVersion';

/**
 * What people call the version in a package URL: its tag, else its version
 * where that is no digest. `pkg:oci/checkout@sha256%3A0b31?tag=v2.31.0` is
 * `v2.31.0`.
 */
export function purlVersion(purl: string): string | undefined {
  const [path, query = ''] = purl.split('#', 1)[0].split('?', 2);
  const tag = new URLSearchParams(query).get('tag') ?? '';
  const written = /@([^@/]+)$/.exec(path)?.[1] ?? '';
  return [tag, decoded(written)].find(isVersion);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
