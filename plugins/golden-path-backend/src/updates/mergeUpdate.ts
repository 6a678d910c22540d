import {
  type FileOutcome,
  LOCK_FILE,
  type LockFile,
  policyOf,
  readLock,
  type UpdateFile,
  type UpdatePreview,
  type UpdateWrite,
} from '@plimsoll/plugin-golden-path-common';
import { stringify } from 'yaml';
import { fileDiff } from './merge/fileDiff';
import type { FileTree, FileVersion } from './merge/FileVersion';
import { knownBase } from './merge/knownBase';
import { type MergedPath, mergeFiles } from './merge/mergeFiles';
import { sha256 } from './sha256';

/** Below it lie the template's versions of files that the team has to merge. */
export const ATTACHED = '.plimsoll/from-template';

const HEAD = `# How this repository was made: a newer template is merged into it by this.
# Written by the portal; nobody has to change it.
`;

/** @see mergeUpdate */
export interface MergedService {
  files: UpdateFile[];
  counts: UpdatePreview['counts'];
  notes: string[];
  writes: UpdateWrite[];
}

/**
 * Merges a newer template into a repository: what becomes of each file, and what
 * has to be written for it, the lock included. A pure function.
 *
 * @param options.rendered - what the old version writes today; nothing where it
 *   is not known any more
 * @param options.theirs - what the new version writes, with its lock
 */
export function mergeUpdate(options: {
  lock: LockFile;
  ours: FileTree;
  rendered: FileTree | undefined;
  theirs: FileTree;
}): MergedService {
  const { lock, ours, rendered, theirs } = options;
  const base = knownBase({
    lock,
    ours,
    theirs,
    rendered: rendered ?? new Map(),
  });
  const merged = mergeFiles({
    base,
    ours,
    theirs: without(theirs, LOCK_FILE),
    policyOf: path => lock.files[path]?.policy ?? policyOf(path),
  });
  const files = merged.map(updateFileOf);
  const writes = [
    ...merged.flatMap(writesOf),
    ...attachedWrites({ merged, ours }),
  ];
  const newLock = lockOf(theirs);
  const written = ours.get(LOCK_FILE)?.content;
  if (!written?.equals(newLock)) {
    writes.push({
      path: LOCK_FILE,
      ...(written && { replaces: sha256(written) }),
      base64Content: newLock.toString('base64'),
      mode: '100644',
    });
  }
  const counts = Object.fromEntries(
    (['add', 'update', 'merge', 'remove', 'keep', 'conflict'] as const).map(
      outcome => [
        outcome,
        files.filter(file => file.outcome === outcome).length,
      ],
    ),
  ) as Record<FileOutcome, number>;
  const unknown = files.filter(({ reason }) => reason === 'base-unknown');
  return {
    files,
    counts,
    writes,
    notes: [
      ...(rendered
        ? []
        : [
            `What ${lock.template.name} ${lock.template.version} wrote is not known any more, so files that were changed since cannot be merged line by line.`,
          ]),
      ...(unknown.length > 0
        ? [
            `It cannot be told what was changed in ${unknown.length} files, so all of it is taken for yours.`,
          ]
        : []),
    ],
  };
}

function updateFileOf(merged: MergedPath): UpdateFile {
  const { path, movedTo, base, ours, theirs, outcome, reason, policy, result } =
    merged;
  const diff = fileDiff({ path, before: ours, after: result });
  const stays = outcome === 'keep' || outcome === 'conflict';
  const templateDiff = stays
    ? fileDiff({ path, before: base, after: theirs })
    : undefined;
  return {
    path,
    outcome,
    ...(reason && { reason }),
    policy,
    ...(movedTo && { movedTo }),
    ...(diff && { diff: diff.text }),
    ...(templateDiff && { templateDiff: templateDiff.text }),
    ...(outcome === 'conflict' && theirs && { attachedAs: attachedAs(path) }),
    ...((diff?.isCut || templateDiff?.isCut) && { isCut: true }),
  };
}

function writesOf(merged: MergedPath): UpdateWrite[] {
  const { outcome, path, ours, result } = merged;
  if (outcome === 'keep' || outcome === 'conflict') {
    return [];
  }
  return [
    {
      path,
      ...(ours && { replaces: sha256(ours.content) }),
      ...(result && contentOf(result)),
    },
  ];
}

/** What lies there of an earlier update goes. */
function attachedWrites(options: {
  merged: MergedPath[];
  ours: FileTree;
}): UpdateWrite[] {
  const { merged, ours } = options;
  const wanted = new Map(
    merged.flatMap(({ outcome, path, theirs }) =>
      outcome === 'conflict' && theirs
        ? [[attachedAs(path), theirs] as const]
        : [],
    ),
  );
  const old = [...ours.keys()].filter(
    path => path.startsWith(`${ATTACHED}/`) && !wanted.has(path),
  );
  const replaces = (path: string) => {
    const there = ours.get(path);
    return there && { replaces: sha256(there.content) };
  };
  return [
    ...[...wanted].flatMap(([path, file]) =>
      ours.get(path)?.content.equals(file.content)
        ? []
        : // nobody shall run it from there
          [
            {
              path,
              ...replaces(path),
              ...contentOf({ ...file, mode: '100644' }),
            },
          ],
    ),
    ...old.map(path => ({ path, ...replaces(path) })),
  ];
}

function attachedAs(path: string): string {
  return `${ATTACHED}/${path}`;
}

function contentOf({ content, mode }: FileVersion) {
  return {
    base64Content: content.toString('base64'),
    mode: mode === '100755' ? mode : ('100644' as const),
  };
}

/** Of the new version, with the modes that a dry run does not know. */
function lockOf(theirs: FileTree): Buffer {
  const text = theirs.get(LOCK_FILE)?.content.toString('utf8') ?? '';
  const lock = readLock(text);
  if (!lock) {
    throw new Error(`The newer template writes no ${LOCK_FILE}`);
  }
  const files = Object.fromEntries(
    Object.entries(lock.files).map(([path, file]) => {
      const mode = theirs.get(path)?.mode === '100755' ? '100755' : '100644';
      return [path, { ...file, mode }];
    }),
  );
  return Buffer.from(
    `${HEAD}${stringify({ ...lock, files }, { lineWidth: 0 })}`,
    'utf8',
  );
}

function without(tree: FileTree, path: string): FileTree {
  return new Map([...tree].filter(([name]) => name !== path));
}
