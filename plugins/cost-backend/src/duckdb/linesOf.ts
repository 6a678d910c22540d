/**
 * The lines of a stream, one after the other, and no further ahead than the
 * stream's own buffer: who writes waits for who reads.
 */
export async function* linesOf(
  stream: AsyncIterable<string>,
): AsyncGenerator<string> {
  let parts: string[] = [];
  for await (const chunk of stream) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf('\n', start);
      if (end < 0) {
        break;
      }
      parts.push(chunk.slice(start, end));
      yield parts.join('');
      parts = [];
      start = end + 1;
    }
    parts.push(chunk.slice(start));
  }
}
