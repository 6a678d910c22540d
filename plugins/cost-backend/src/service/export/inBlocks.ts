import { Pace } from '@plimsoll/plugin-database';

/** Characters that are handed out at once. */
const BLOCK = 32_768;

/**
 * Puts lines together to blocks, with rests between them: whoever reads quickly
 * would otherwise take all of them in one turn.
 */
export async function* inBlocks(
  lines: Iterable<string>,
): AsyncGenerator<string, void, void> {
  const pace = Pace.create();
  let block = '';
  for (const line of lines) {
    block += line;
    if (block.length >= BLOCK) {
      yield block;
      block = '';
    }
    await pace.rest();
  }
  yield block;
}
