import { QueryTooLargeError } from './PrometheusErrors';

/**
 * Reads a response's body as text, and stops as soon as it is longer than
 * allowed (counted after decompression).
 *
 * @throws QueryTooLargeError with the limit
 */
export async function readLimitedBody(
  response: Response,
  maxBytes: number,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      // Not awaited: nothing depends on how the rest of the answer ends.
      reader.cancel().catch(() => {});
      throw new QueryTooLargeError(
        `The answer is larger than ${maxBytes} bytes`,
      );
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
