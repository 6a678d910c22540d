import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { VersionNote } from './VersionNotes';

/** A file of a template's layers. */
export interface ArchivedFile {
  /** Below `layers`. */
  path: string;
  sha256: string;
  isExecutable: boolean;
}

/** A version of a template, as it was when it was seen. */
export interface TemplateVersion {
  /** SHA-256 of all that it is. */
  id: string;
  /** Ref of the Template entity. */
  template: string;
  version: string;
  entity: TemplateEntityV1beta3;
  /** In the order of their paths. */
  files: ArchivedFile[];
  /** All that were known then, the oldest first. */
  notes: VersionNote[];
}
