import { BillRefusedError } from '@plimsoll/plugin-cost-node';
import type { DuckDbFault } from '../duckdb/DuckDbFault';
import type { LocalFile } from '../files/BillFile';
import type { FocusLimits } from './FocusLimits';

/** Rule of a bill that needs more memory than it may take. */
export const OUT_OF_MEMORY = 'too-much-memory';

type Sentence = (said: RegExpExecArray) => string;

/** What DuckDB says, and what it means to who delivers bills. */
const MEANINGS: ReadonlyArray<[rule: string, said: RegExp, is: Sentence]> = [
  [
    'quote-open',
    /unterminated quote/i,
    () => 'has a quote that is never closed: write quotes within texts twice',
  ],
  [
    'row-length',
    /Expected Number of Columns: (\d+) Found: (\d+)/i,
    ([, wanted, found]) =>
      `has ${found} values where the first line names ${wanted} columns: ` +
      `it breaks off there, or a separator within a text is not quoted`,
  ],
  [
    'encoding',
    /unicode|utf-?8|byte sequence|encod/i,
    () => 'is not in UTF-8: export it as UTF-8',
  ],
  [
    'line-too-long',
    /maximum line size|does not support a full read/i,
    () =>
      'is longer than 2 MiB, which no row is: check where the file comes from',
  ],
  [
    'gzip-damaged',
    /gzip|zlib|decompress|inflate/i,
    () => 'is damaged and cannot be unpacked: deliver it again',
  ],
  [
    'parquet-damaged',
    /parquet|magic bytes|footer|snappy|zstd|metadata/i,
    () => 'is no whole Parquet file: deliver it again',
  ],
];

/**
 * Says in words for people why a file was not read. Nothing of what the file
 * holds is repeated.
 *
 * @returns the fault itself when the file is not to blame
 */
export function refusalOf(options: {
  fault: DuckDbFault;
  files: readonly LocalFile[];
  limits: FocusLimits;
}): Error {
  const { fault, files, limits } = options;
  const { said, ending } = fault;
  const file =
    files.find(({ path }) => said.includes(`file = ${path}\n`)) ??
    files.find(({ path }) => said.includes(path)) ??
    (files.length === 1 ? files[0] : undefined);
  const name = file?.name ?? 'A file of the delivery';
  if (ending === 'timeout') {
    return BillRefusedError.of({
      rule: 'too-slow',
      message:
        `Reading took more than ${limits.seconds} seconds: split the export by month, ` +
        `or raise limits.seconds of the source`,
    });
  }
  if (ending) {
    return fault;
  }
  if (/out of memory|failed to (allocate|offload)|temp_directory/i.test(said)) {
    return BillRefusedError.of({
      rule: OUT_OF_MEMORY,
      file: file?.name,
      message:
        `Reading needs more than ${limits.memoryMiB} MiB of memory and ${limits.spillMiB} MiB of disk: ` +
        `split the export by month, or raise limits of the source`,
    });
  }
  const line = /CSV Error on Line: (\d+)/i.exec(said)?.[1];
  const known = MEANINGS.map(([rule, pattern, is]) => {
    const match = pattern.exec(said);
    return match ? { rule, is: is(match) } : undefined;
  }).find(one => one !== undefined);
  const { rule, is } = known ?? {
    rule: 'unreadable',
    is: 'cannot be read: deliver a FOCUS export as CSV, gzip or Parquet',
  };
  return BillRefusedError.of({
    rule,
    file: file?.name,
    place: line && `line ${line}`,
    message: `${name}${line ? `, line ${line}` : ''} ${is}`,
  });
}
