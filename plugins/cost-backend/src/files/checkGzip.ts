import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { isError } from '@backstage/errors';
import { BillRefusedError } from '@plimsoll/plugin-cost-node';
import type { LocalFile } from './BillFile';
import { LINE_BYTES } from './csvLimits';
import { lineTooLong } from './lineTooLong';

/** Bills shrink to a tenth or a thirtieth; bombs to a thousandth. */
const LARGEST_RATIO = 200;
/** Below this a high ratio does no harm: bytes. */
const HARMLESS = 256 * 1024 * 1024;

/**
 * Unpacks a file once, to nowhere: engines take a truncated one for complete
 * when it breaks off between two rows.
 *
 * @param options.limitBytes - of the unpacked content
 * @returns bytes of the unpacked content
 * @throws BillRefusedError when it is truncated, damaged, a bomb, or has a row that
 * is none
 */
export async function checkGzip(options: {
  file: LocalFile;
  limitBytes: number;
  signal: AbortSignal;
}): Promise<number> {
  const { file, limitBytes, signal } = options;
  const { size } = await stat(file.path);
  const most = Math.min(limitBytes, Math.max(HARMLESS, size * LARGEST_RATIO));
  let bytes = 0;
  /** Bytes since the last line break. */
  let rest = 0;
  const counter = new Writable({
    highWaterMark: 1024 * 1024,
    write(chunk: Buffer, _, done) {
      bytes += chunk.length;
      const first = chunk.indexOf(0x0a);
      const line = rest + (first < 0 ? chunk.length : first);
      rest = first < 0 ? line : chunk.length - 1 - chunk.lastIndexOf(0x0a);
      if (bytes > most) {
        done(tooLarge(file.name, most));
      } else {
        done(line > LINE_BYTES ? lineTooLong(file.name) : null);
      }
    },
  });
  try {
    await pipeline(
      createReadStream(file.path, { highWaterMark: 256 * 1024 }),
      createGunzip({ chunkSize: 256 * 1024 }),
      counter,
      { signal },
    );
    return bytes;
  } catch (error) {
    if (signal.aborted || error instanceof BillRefusedError) {
      throw error;
    }
    const code = isError(error) ? error.code : undefined;
    if (code === 'Z_BUF_ERROR') {
      throw BillRefusedError.of({
        rule: 'truncated',
        file: file.name,
        message: `${file.name} breaks off in the middle: its upload was not finished, deliver it again`,
      });
    }
    if (typeof code === 'string' && code.startsWith('Z_')) {
      throw BillRefusedError.of({
        rule: 'gzip-damaged',
        file: file.name,
        message: `${file.name} is damaged and cannot be unpacked: deliver it again`,
      });
    }
    throw error;
  }
}

function tooLarge(name: string, bytes: number): BillRefusedError {
  return BillRefusedError.of({
    rule: 'too-large',
    file: name,
    message:
      `${name} unpacks to more than ${Math.round(
        bytes / 1024 ** 2,
      )} MiB, which no bill does: ` +
      `check where it comes from, or split the export by month`,
  });
}
