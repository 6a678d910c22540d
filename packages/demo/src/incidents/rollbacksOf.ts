import type { Release } from '../releases/Release';

/** A version that was taken back, and what took its place. */
export interface Rollback {
  broken: Release;
  back: Release;
}

/** @param releases - by start, of any services */
export function rollbacksOf(releases: readonly Release[]): Rollback[] {
  const last = new Map<string, Release>();
  const found: Rollback[] = [];
  for (const release of releases) {
    const broken = last.get(release.service);
    // a restart brings the same version, a rollback another one, and no change
    if (
      broken &&
      release.changes.length === 0 &&
      release.version !== broken.version
    ) {
      found.push({ broken, back: release });
    }
    last.set(release.service, release);
  }
  return found;
}
