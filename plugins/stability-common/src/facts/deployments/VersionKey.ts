/** What senders tell of a version. */
export interface VersionIdentity {
  /** Image digests or package URLs. */
  artifacts?: string[];
  version?: string;
  commitSha?: string;
}

/** The same, ready to be compared: made once, compared often. */
export interface VersionKey {
  digests: readonly string[];
  /**
   * Images that bear a tag which does not move, without their registries: each
   * region may have its own.
   */
  references: readonly string[];
  version?: string;
  commit?: string;
}

/** Tags that move are no versions: two builds bear the same one. */
const MOVING = new Set([
  'latest',
  'stable',
  'edge',
  'nightly',
  'main',
  'master',
  'head',
  'dev',
]);

/** Makes versions comparable, whoever tells of them. */
export function versionKeyOf(identity: VersionIdentity): VersionKey {
  const { artifacts = [], version, commitSha } = identity;
  return {
    digests: artifacts.flatMap(digestOf),
    references: artifacts.filter(isPinned).map(withoutRegistry),
    version:
      version === undefined || isMoving(version)
        ? undefined
        : version.replace(/^v(?=\d)/i, ''),
    commit: commitSha?.toLowerCase(),
  };
}

/**
 * Whether two runs brought the same version. The first of digests, image
 * references, version and commit that both of them tell decides; if there is
 * none they differ.
 */
export function sameVersion(a: VersionKey, b: VersionKey): boolean {
  const byDigest = sameImages(a.digests, b.digests);
  if (byDigest !== undefined) {
    return byDigest;
  }
  // A digest says nothing about a tag.
  const isMixed = a.digests.length > 0 || b.digests.length > 0;
  const byReference = isMixed
    ? undefined
    : sameImages(a.references, b.references);
  if (byReference !== undefined) {
    return byReference;
  }
  if (a.version !== undefined && b.version !== undefined) {
    return a.version === b.version;
  }
  return (
    a.commit !== undefined &&
    b.commit !== undefined &&
    sameCommit(a.commit, b.commit)
  );
}

/** Short forms of a commit, from seven digits, stand for the long ones. */
export function sameCommit(a: string, b: string): boolean {
  if (a.length === b.length) {
    return a === b;
  }
  return a.length < b.length
    ? a.length >= 7 && b.startsWith(a)
    : b.length >= 7 && a.startsWith(b);
}

/** A pod has more images than the one a pipeline names: a part is enough. */
function sameImages(
  a: readonly string[],
  b: readonly string[],
): boolean | undefined {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.length === 0 ? undefined : few.every(name => many.includes(name));
}

function digestOf(artifact: string): string[] {
  const digest = /sha256(?::|%3a)([0-9a-f]+)/i.exec(artifact);
  return digest ? [digest[1].toLowerCase()] : [];
}

function isPinned(artifact: string): boolean {
  const tag = /[:@]([^:@/]+)$/.exec(artifact)?.[1];
  return tag !== undefined && !isMoving(tag);
}

function withoutRegistry(reference: string): string {
  return reference.startsWith('pkg:')
    ? reference
    : reference.slice(reference.lastIndexOf('/') + 1);
}

function isMoving(name: string): boolean {
  return name === '' || MOVING.has(name.toLowerCase());
}
