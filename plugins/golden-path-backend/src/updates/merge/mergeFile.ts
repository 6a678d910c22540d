import type {
  FileOutcome,
  FilePolicy,
  FileReason,
} from '@plimsoll/plugin-golden-path-common';
import { type FileVersion, isSame } from './FileVersion';
import { mergeText } from './mergeText';
import { textOf } from './textOf';

/** What becomes of a file; nothing where both sides agree already. */
export interface MergedFile {
  outcome: FileOutcome;
  reason?: FileReason;
  /** As the team's branch will have it; unset: it is not there. */
  result?: FileVersion;
}

/** One file, on both sides of the fork and at it. */
export interface Fork {
  /** As the old template wrote it; `unknown` where nobody can tell. */
  base: FileVersion | 'unknown' | undefined;
  /** The team's. */
  ours: FileVersion | undefined;
  /** The new template's. */
  theirs: FileVersion | undefined;
  policy: FilePolicy;
}

/**
 * Merges a file. Whatever cannot be merged stays as the team has it: nothing
 * that somebody wrote is ever overwritten.
 */
export function mergeFile(fork: Fork): MergedFile | undefined {
  const { base, ours, theirs, policy } = fork;
  if (isSame(ours, theirs)) {
    return undefined;
  }
  if (base === 'unknown') {
    return unknownBase(fork);
  }
  if (isSame(base, theirs)) {
    // the template has not changed it: nothing to tell
    return undefined;
  }
  if (policy === 'once' && (base || ours)) {
    return { outcome: 'keep', reason: 'once', result: ours };
  }
  if (isSame(base, ours)) {
    return taken(fork);
  }
  if (!ours) {
    return { outcome: 'keep', reason: 'deleted-by-team' };
  }
  if (!theirs) {
    return { outcome: 'keep', reason: 'deleted-by-template', result: ours };
  }
  const conflict = (reason: FileReason): MergedFile => ({
    outcome: 'conflict',
    reason,
    result: ours,
  });
  if (!base) {
    return conflict('both-added');
  }
  if ([ours.mode, theirs.mode, base.mode].includes('120000')) {
    return conflict('link');
  }
  if (policy === 'managed' && !ours.content.equals(base.content)) {
    return conflict('managed');
  }
  const content = mergeContent({ base, ours, theirs });
  return typeof content === 'string'
    ? conflict(content)
    : settled(ours, { content, mode: mergeMode({ base, ours, theirs }) });
}

/** Nobody can tell what the team has changed, so all of it is the team's. */
function unknownBase({ ours, theirs, policy }: Fork): MergedFile | undefined {
  if (policy === 'once' || !ours) {
    return {
      outcome: 'keep',
      reason: policy === 'once' ? 'once' : 'deleted-by-team',
      result: ours,
    };
  }
  return theirs
    ? { outcome: 'conflict', reason: 'base-unknown', result: ours }
    : { outcome: 'keep', reason: 'deleted-by-template', result: ours };
}

/** The team has not touched it. */
function taken({ base, theirs }: Fork): MergedFile {
  if (!theirs) {
    return { outcome: 'remove' };
  }
  return { outcome: base ? 'update' : 'add', result: theirs };
}

function settled(
  ours: FileVersion,
  result: FileVersion,
): MergedFile | undefined {
  // the team has made the same change already
  return isSame(ours, result) ? undefined : { outcome: 'merge', result };
}

interface Three {
  base: FileVersion;
  ours: FileVersion;
  theirs: FileVersion;
}

function mergeContent({ base, ours, theirs }: Three): Buffer | FileReason {
  if (base.content.equals(theirs.content)) {
    return ours.content;
  }
  if (base.content.equals(ours.content)) {
    return theirs.content;
  }
  if (ours.content.equals(theirs.content)) {
    return ours.content;
  }
  const [ofBase, ofOurs, ofTheirs] = [base, ours, theirs].map(({ content }) =>
    textOf(content),
  );
  if (ofBase === undefined || ofOurs === undefined || ofTheirs === undefined) {
    return 'no-text';
  }
  const merged = mergeText({ base: ofBase, ours: ofOurs, theirs: ofTheirs });
  return merged === undefined ? 'same-lines' : Buffer.from(merged, 'utf8');
}

function mergeMode({ base, ours, theirs }: Three): FileVersion['mode'] {
  return base.mode === ours.mode ? theirs.mode : ours.mode;
}
