import type { CostPage } from '@plimsoll/plugin-cost-common';
import { decodeCursor, encodeCursor } from '@plimsoll/plugin-database';

/**
 * A page of a list that is worked out whole. Items are found again by a name
 * that is theirs alone; one that is gone makes the list begin anew.
 *
 * @throws InputError when the cursor is of another list
 */
export function pagedItems<TItem>(options: {
  items: readonly TItem[];
  nameOf(item: TItem): string;
  /** Names the list and its order in cursors. */
  list: string;
  limit: number;
  cursor: string | undefined;
}): CostPage<TItem> {
  const { items, nameOf, list, limit, cursor } = options;
  let start = 0;
  if (cursor !== undefined) {
    const [name] = decodeCursor({ cursor, list, types: ['text'] });
    start = items.findIndex(item => nameOf(item) === name) + 1;
  }
  const shown = items.slice(start, start + limit);
  return {
    items: shown,
    totalItems: items.length,
    pageInfo: {
      ...(start + limit < items.length && {
        nextCursor: encodeCursor({
          list,
          key: [nameOf(shown[shown.length - 1])],
        }),
      }),
    },
  };
}
