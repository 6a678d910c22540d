import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { FileVersion } from './FileVersion';
import { textOf } from './textOf';

/** Longer ones are cut: nobody reads them in a browser. */
const MAX_CHARACTERS = 20_000;

/** A change as `git diff` shows it; nothing for what is no text, or the same. */
export function fileDiff(options: {
  path: string;
  before: FileVersion | undefined;
  after: FileVersion | undefined;
}): { text: string; isCut: boolean } | undefined {
  const { path, before, after } = options;
  const [from, to] = [before, after].map(file =>
    file ? textOf(file.content) : '',
  );
  if (from === undefined || to === undefined || from === to) {
    return undefined;
  }
  const text = createTwoFilesPatch(
    before ? `a/${path}` : '/dev/null',
    after ? `b/${path}` : '/dev/null',
    from,
    to,
    undefined,
    undefined,
    // two texts that have nothing in common would take minutes
    { context: 3, headerOptions: FILE_HEADERS_ONLY, maxEditLength: 5_000 },
  );
  if (text === undefined) {
    return { text: '', isCut: true };
  }
  return {
    text: text.slice(0, MAX_CHARACTERS),
    isCut: text.length > MAX_CHARACTERS,
  };
}
