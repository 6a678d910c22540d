import { addAbortSignal, Readable } from 'node:stream';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { NotAnswered } from '../NotAnswered';

/** Bytes; what is longer nobody reads at night. */
const LONGEST = 1_000_000;

/**
 * Reads a runbook, and never more of it than a runbook may be long.
 *
 * @returns why it is none, where it is none
 * @throws NotAnswered where its host does not answer
 */
export async function readRunbook(options: {
  reader: UrlReaderService;
  url: string;
  signal: AbortSignal;
}): Promise<{ text: string } | { fault: 'gone' | 'too-large' }> {
  const { reader, url, signal } = options;
  try {
    const response = await reader.readUrl(url, { signal });
    const stream =
      response.stream?.() ?? Readable.from([await response.buffer()]);
    const chunks: Buffer[] = [];
    let size = 0;
    // to leave the loop ends the download
    for await (const chunk of addAbortSignal(signal, stream)) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > LONGEST) {
        return { fault: 'too-large' };
      }
    }
    return { text: Buffer.concat(chunks).toString('utf8') };
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return { fault: 'gone' };
    }
    if (isError(error) && error.name === 'NotAllowedError') {
      throw new NotAnswered({
        whom: new URL(url).host,
        reason:
          'the portal may not read there; add the host to integrations or backend.reading.allow in app-config',
      });
    }
    throw NotAnswered.of(new URL(url).host, error);
  }
}
