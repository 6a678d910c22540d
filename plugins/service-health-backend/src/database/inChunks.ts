/** Rows per statement: far below the parameter limits of both databases. */
const CHUNK = 200;

/** Parts of a list that fit into one statement. */
export function* inChunks<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += CHUNK) {
    yield items.slice(start, start + CHUNK);
  }
}
