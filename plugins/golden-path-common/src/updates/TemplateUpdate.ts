import type { FilePolicy } from '../lock/policyOf';

/** What a version of a template brings, in the words of who wrote it. @public */
export interface VersionChanges {
  /** Semantic version. */
  version: string;
  /** A sentence each. */
  changes: string[];
}

/** A pull request that brings a service up to date. @public */
export interface UpdatePullRequest {
  url: string;
  version: string;
  state: 'open' | 'merged' | 'closed';
  /** ISO 8601, UTC. */
  openedAt: string;
  /** Ref of a user, or the name of a service. */
  openedBy: string;
}

/**
 * Whether there is a newer template for a service, as the catalog knows it.
 *
 * `open`: a pull request waits. `snoozed`: one was closed without being merged,
 * so this version is not offered again. `unknown`: see `why`.
 *
 * @public
 */
export interface UpdateOffer {
  entityRef: string;
  template: {
    /** Ref of the Template entity. */
    ref: string;
    name: string;
    title: string;
  };
  state: 'current' | 'available' | 'open' | 'snoozed' | 'unknown';
  /** Of `unknown`: the catalog has no version of it, or no template was read. */
  why?: 'no-version' | 'template-not-read';
  /** What the service was last written by. */
  version?: string;
  /** The newest that is known. */
  newest?: string;
  /** Versions in between, the newest first. */
  changes: VersionChanges[];
  pullRequest?: UpdatePullRequest;
}

/**
 * What an update does with a file. `keep`: the team's stays, and nothing has to
 * be decided. `conflict`: the team's stays, and the template's lies beside it.
 *
 * @public
 */
export type FileOutcome =
  | 'add'
  | 'update'
  | 'merge'
  | 'remove'
  | 'keep'
  | 'conflict';

/** Why a file is kept, or nobody but the team can merge it. @public */
export type FileReason =
  /** It is the team's from the first commit on. */
  | 'once'
  /** The team has deleted or moved it. */
  | 'deleted-by-team'
  /** The template has it no more, and the team has changed it. */
  | 'deleted-by-template'
  /** Both changed the same lines. */
  | 'same-lines'
  /** Both made a file of this name. */
  | 'both-added'
  /** Both changed what is no text. */
  | 'no-text'
  /** It is written by machines, and the team has changed it. */
  | 'managed'
  /** It cannot be told what the team has changed. */
  | 'base-unknown'
  /** The team's is a link, which nothing is written into. */
  | 'link';

/** One file of an update; what stays as it is on both sides is left out. @public */
export interface UpdateFile {
  path: string;
  outcome: FileOutcome;
  reason?: FileReason;
  policy: FilePolicy;
  /**
   * Where a file of the team lies that is as this one was: moved, or the team's
   * own. Nothing is written there.
   */
  movedTo?: string;
  /** What becomes of the team's file, as `git diff` shows it; none for what is no text. */
  diff?: string;
  /** Of `keep` and `conflict`: what the template changed. */
  templateDiff?: string;
  /** Of `conflict`: where the template's version lies in the branch. */
  attachedAs?: string;
  /** A diff was longer than what is shown. */
  isCut?: boolean;
}

/** A field of the form that a newer template asks for, and has no default. @public */
export interface UpdateQuestion {
  name: string;
  title: string;
  description?: string;
  type: 'string' | 'number' | 'integer' | 'boolean';
  enum?: Array<string | number>;
}

/** What would be asked of a merge. @public */
export interface UpdateRequest {
  /** The newest that is known by default. */
  version?: string;
  /** Answers to questions of the newer template. */
  answers?: Record<string, unknown>;
}

/** What an update would change, before anything is changed. @public */
export interface UpdatePreview {
  entityRef: string;
  template: string;
  from: string;
  to: string;
  changes: VersionChanges[];
  /** Fields to be answered first; then nothing else is known. */
  questions: UpdateQuestion[];
  files: UpdateFile[];
  /** How many files there are of each outcome. */
  counts: Record<FileOutcome, number>;
  /** Plain sentences: what could not be told. */
  notes: string[];
}

/** A file as it is to be written. @public */
export interface UpdateWrite {
  path: string;
  /** SHA-256 of what lies there now; unset: nothing does. */
  replaces?: string;
  /** Unset: the file goes. */
  base64Content?: string;
  mode?: '100644' | '100755';
}

/** An update, ready to be committed. @public */
export interface MergedUpdate {
  entityRef: string;
  version: string;
  repository: {
    /** `host?owner=...&repo=...` */
    repoUrl: string;
    /** Where the change starts; unset: the one that the host takes by itself. */
    branch?: string;
    /** Folder of the service; empty for the root. */
    folder: string;
  };
  /** Of the change. */
  branchName: string;
  title: string;
  /** Markdown. */
  description: string;
  /** Paths are relative to the service's folder. */
  writes: UpdateWrite[];
  /** A pull request is open already, so nothing has to be written. */
  pullRequest?: UpdatePullRequest;
}

/** How many services a template has, by version. @public */
export interface TemplateAdoption {
  ref: string;
  name: string;
  title: string;
  newest?: string;
  /** The newest first. */
  versions: Array<{ version: string; services: number; isNewest: boolean }>;
  /** Of those that the caller may see. */
  services: number;
  behind: number;
  unknown: number;
  /** Those behind or unknown, the furthest behind first; at most 100. */
  open: UpdateOffer[];
}

/** Which services were made by templates, and by which versions. @public */
export interface Adoption {
  templates: TemplateAdoption[];
}
