import type {
  FileReason,
  UpdateFile,
  UpdatePreview,
} from '@plimsoll/plugin-golden-path-common';

/** Hosts take some 60,000 characters; a table of all files needs the most. */
const MAX_CHARACTERS = 50_000;
/** Of all diffs together. */
const MAX_DIFF_CHARACTERS = 20_000;

const OUTCOMES: Record<UpdateFile['outcome'], string> = {
  conflict: 'to decide: yours stays, the template’s lies beside it',
  merge: 'merged with what you have changed',
  update: 'updated',
  add: 'new',
  remove: 'removed',
  keep: 'yours stays',
};

const REASONS: Record<FileReason, string> = {
  once: 'it is yours from the first commit on',
  'deleted-by-team': 'you have deleted or moved it',
  'deleted-by-template': 'the template has it no more, but you have changed it',
  'same-lines': 'both changed the same lines',
  'both-added': 'both made a file of this name',
  'no-text': 'both changed it, and it is no text',
  managed: 'it is written by machines, and you have changed it',
  'base-unknown': 'nobody can tell what you have changed in it',
  link: 'yours is a link',
};

const ORDER = ['conflict', 'merge', 'update', 'add', 'remove', 'keep'];

/** Markdown for whoever reviews the pull request. */
export function describeUpdate(preview: UpdatePreview): string {
  const { template, from, to, changes, files, counts, notes } = preview;
  const sorted = [...files].sort(
    (a, b) =>
      ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) ||
      (a.path < b.path ? -1 : 1),
  );
  const lines = [
    `Brings this service from ${template} ${from} to ${to}. Nothing that you have written is overwritten.`,
    '',
    '## What is new',
    '',
    ...(changes.length > 0
      ? changes.flatMap(version => [
          `**${version.version}**`,
          '',
          ...version.changes.map(change => `- ${change}`),
          '',
        ])
      : ['The template does not say.', '']),
    ...notes.map(note => `> ${note}\n`),
    '## Files',
    '',
    '| File | What becomes of it |',
    '| --- | --- |',
    ...sorted.map(file => `| ${codeOf(placeOf(file))} | ${wordsOf(file)} |`),
    '',
    ...(counts.conflict > 0 ? conflictLines(sorted) : []),
  ];
  const text = lines.join('\n');
  return text.length > MAX_CHARACTERS
    ? `${text.slice(
        0,
        MAX_CHARACTERS,
      )}\n\n… the rest is on the service's page in the portal.\n`
    : text;
}

function conflictLines(files: UpdateFile[]): string[] {
  let room = MAX_DIFF_CHARACTERS;
  const lines = [
    '## To decide',
    '',
    'Take over from the template’s version what you need, then delete it; the portal does not offer these changes again.',
    '',
  ];
  for (const file of files.filter(one => one.outcome === 'conflict')) {
    const { attachedAs, templateDiff = '' } = file;
    lines.push(`### ${codeOf(placeOf(file))}`, '');
    if (attachedAs) {
      lines.push(`The template’s: ${codeOf(attachedAs)}`, '');
    }
    // a diff that is cut would look whole
    if (templateDiff && !file.isCut && templateDiff.length <= room) {
      lines.push(...fenced(templateDiff));
      room -= templateDiff.length;
    }
  }
  return lines;
}

function placeOf({ path, movedTo }: UpdateFile): string {
  return movedTo ?? path;
}

function wordsOf({ outcome, reason, movedTo, path }: UpdateFile): string {
  const words = reason
    ? `${OUTCOMES[outcome]}: ${REASONS[reason]}`
    : OUTCOMES[outcome];
  return movedTo ? `${words} (it is as ${codeOf(path)} was)` : words;
}

/** A name may hold what Markdown takes for its own. */
function codeOf(text: string): string {
  return `\`${text.replace(/[`|\n\r]/g, '?')}\``;
}

/** A fence longer than any that the text holds. */
function fenced(text: string): string[] {
  const longest = Math.max(
    2,
    ...(text.match(/`+/g) ?? []).map(one => one.length),
  );
  const fence = '`'.repeat(longest + 1);
  return [`${fence}diff`, text.trimEnd(), fence, ''];
}
