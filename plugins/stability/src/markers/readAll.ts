import type { StabilityPage } from '@plimsoll/plugin-stability-common';

/** More marks than this on one axis are one black bar. */
const MOST = 1_000;

/** Reads page after page, up to what an axis can show. */
export async function readAll<T>(
  read: (cursor: string | undefined) => Promise<StabilityPage<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor && items.length < MOST);
  return items;
}
