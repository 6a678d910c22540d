import { InputError } from '@backstage/errors';
import { compareVersions } from '@plimsoll/plugin-golden-path-common';
import { parse } from 'yaml';
import { z } from 'zod/v4';

/** Beside the templates: what each version brings, and how answers follow. */
export const NOTES_FILE = 'versions.yaml';

const note = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** Names of templates; all of the folder by default. */
  templates: z.array(z.string()).optional(),
  changes: z.array(z.string()),
  /** Old names of answers, and their new ones. */
  rename: z.record(z.string(), z.string()).optional(),
  /** Answers of services that were never asked. */
  defaults: z.record(z.string(), z.unknown()).optional(),
});

const notesFile = z.object({ versions: z.array(note) });

/** What one version brings. */
export type VersionNote = z.infer<typeof note>;

/** @throws InputError that says what is wrong in it */
export function readNotes(text: string, template: string): VersionNote[] {
  let content: unknown;
  try {
    content = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    throw new InputError(`${NOTES_FILE} is no YAML`, error);
  }
  const read = notesFile.safeParse(content);
  if (!read.success) {
    throw new InputError(`${NOTES_FILE}: ${z.prettifyError(read.error)}`);
  }
  return read.data.versions
    .filter(({ templates }) => templates?.includes(template) ?? true)
    .sort((a, b) => compareVersions(a.version, b.version));
}

/** Notes of what came after one version, up to another; the oldest first. */
export function notesBetween(options: {
  notes: VersionNote[];
  from: string;
  to: string;
}): VersionNote[] {
  const { notes, from, to } = options;
  return notes.filter(
    ({ version }) =>
      compareVersions(version, from) > 0 && compareVersions(version, to) <= 0,
  );
}
