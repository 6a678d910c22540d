import { compareVersions } from '@plimsoll/plugin-golden-path-common';
import type { VersionNote } from '../versions/VersionNotes';

/** A template, with its newest version. */
export interface KnownTemplate {
  ref: string;
  title: string;
  newest: string;
  notes: VersionNote[];
}

/** Versions by template: the newest of each, and what it says of all. */
export function knownTemplates(
  versions: Array<{
    template: string;
    title: string;
    version: string;
    notes: VersionNote[];
  }>,
): Map<string, KnownTemplate> {
  const known = new Map<string, KnownTemplate>();
  for (const { template, title, version, notes } of versions) {
    const there = known.get(template);
    // of one version the first is the last seen
    if (!there || compareVersions(version, there.newest) > 0) {
      known.set(template, { ref: template, title, newest: version, notes });
    }
  }
  return known;
}
