import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { BillRefusedError } from '@plimsoll/plugin-cost-node';
import type { LocalFile } from './BillFile';
import { type CsvHeader, csvHeader } from './csvHeader';
import { LINE_BYTES } from './csvLimits';
import { lineTooLong } from './lineTooLong';
import { wrongEncoding } from './wrongEncoding';

/** What a file is, by what it holds and not by its name. */
export type InspectedFile = LocalFile & { bytes: number } & (
    | { format: 'parquet' }
    | { format: 'csv'; header: CsvHeader; isGzip: boolean }
  );

/** Header and first rows; no header is longer. */
const HEAD_BYTES = 256 * 1024;
/** FOCUS 1.4 has 65 columns; exporters add some of their own. */
const COLUMNS = 1_000;

const startsWith = (head: Buffer, ...bytes: number[]) =>
  bytes.every((byte, index) => head[index] === byte);

/**
 * Looks at the beginning of a file.
 *
 * @throws BillRefusedError when it is neither CSV nor Parquet
 */
export async function inspectFile(options: {
  file: LocalFile;
  limitBytes: number;
}): Promise<InspectedFile> {
  const { file, limitBytes } = options;
  const { name } = file;
  const refuse = (rule: string, message: string) =>
    BillRefusedError.of({ rule, file: name, message: `${name} ${message}` });
  const raw = await readHead(file.path);
  if (!raw) {
    throw refuse('no-file', 'is no regular file: deliver CSV or Parquet files');
  }
  const { head, bytes } = raw;
  if (bytes === 0) {
    throw refuse('empty', 'is empty: its export failed, deliver it again');
  }
  if (bytes > limitBytes) {
    throw refuse(
      'too-large',
      `has ${Math.round(
        bytes / 1024 ** 2,
      )} MiB: split the export by month, or raise limits.megabytes of the source`,
    );
  }
  if (startsWith(head, 0x50, 0x41, 0x52, 0x31)) {
    return { ...file, bytes, format: 'parquet' };
  }
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) {
    throw refuse('zip', 'is a ZIP archive: deliver CSV, gzip or Parquet');
  }
  const isGzip = startsWith(head, 0x1f, 0x8b);
  const content = isGzip ? await unpackedHead(file.path) : head;
  if (!content || content.length === 0) {
    throw refuse(
      'gzip-damaged',
      'is damaged and cannot be unpacked: deliver it again',
    );
  }
  const text = decode(content);
  if (text === undefined) {
    throw wrongEncoding(name);
  }
  if (/^\s*[<{[]/.test(text)) {
    throw refuse(
      'no-table',
      'begins like a page or a document and not like a table: deliver CSV or Parquet',
    );
  }
  const header = csvHeader(text);
  if (!header) {
    throw refuse(
      'no-header',
      `has no end of its first line within ${
        HEAD_BYTES / 1024
      } KiB: its first line must name the columns`,
    );
  }
  if (header.names.length > COLUMNS) {
    throw refuse(
      'too-many-columns',
      `has ${header.names.length} columns, FOCUS has about 65: export the "Cost and Usage" dataset alone`,
    );
  }
  if (!isGzip && !(await hasLastLine(file.path, bytes))) {
    throw lineTooLong(name);
  }
  return { ...file, bytes, format: 'csv', header, isGzip };
}

/** Whether the last row begins within as many bytes as a row may have. */
async function hasLastLine(path: string, bytes: number): Promise<boolean> {
  if (bytes <= LINE_BYTES) {
    return true;
  }
  const handle = await open(path, 'r');
  try {
    const tail = Buffer.alloc(LINE_BYTES);
    const { bytesRead } = await handle.read(
      tail,
      0,
      LINE_BYTES,
      bytes - LINE_BYTES,
    );
    // the very last byte ends the last row
    return tail.subarray(0, bytesRead - 1).includes(0x0a);
  } finally {
    await handle.close();
  }
}

async function readHead(
  path: string,
): Promise<{ head: Buffer; bytes: number } | undefined> {
  const handle = await open(path, 'r');
  try {
    const found = await handle.stat();
    if (!found.isFile()) {
      return undefined;
    }
    const head = Buffer.alloc(Math.min(HEAD_BYTES, found.size));
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return { head: head.subarray(0, bytesRead), bytes: found.size };
  } finally {
    await handle.close();
  }
}

/** What can be unpacked of the first bytes; undefined when that is nothing. */
async function unpackedHead(path: string): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const source = createReadStream(path);
  const unpacked = source.pipe(createGunzip());
  source.on('error', error => unpacked.destroy(error));
  try {
    for await (const chunk of unpacked) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= HEAD_BYTES) {
        break;
      }
    }
  } catch {
    // what came before the fault is enough to name the columns
  } finally {
    source.destroy();
    unpacked.destroy();
  }
  return bytes === 0
    ? undefined
    : Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

/** Text without a byte order mark; undefined when it is no UTF-8. */
function decode(content: Buffer): string | undefined {
  try {
    // a stream: the last character may be cut
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content, {
      stream: true,
    });
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
