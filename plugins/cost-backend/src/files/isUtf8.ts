import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { isError } from '@backstage/errors';

/** Whether a file, unpacked where it is packed, is text in UTF-8 to its end. */
export async function isUtf8(options: {
  path: string;
  isGzip: boolean;
}): Promise<boolean> {
  const source = createReadStream(options.path);
  const content = options.isGzip ? source.pipe(createGunzip()) : source;
  source.on('error', error => content.destroy(error));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of content) {
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (isError(error) && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return false;
    }
    throw error;
  } finally {
    source.destroy();
    content.destroy();
  }
}
