import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** A change of one file as `git apply` reads it; empty where there is none. */
export function unifiedDiff(options: {
  file: string;
  before: string;
  after: string;
}): string {
  const { file, before, after } = options;
  return before === after
    ? ''
    : createTwoFilesPatch(
        `a/${file}`,
        `b/${file}`,
        before,
        after,
        undefined,
        undefined,
        { context: 3, headerOptions: FILE_HEADERS_ONLY },
      );
}
