import type { Turns } from './Turns';

/** Items of a step; each takes some microseconds. */
const ITEMS = 250;

/** Does something with each item, in their order. @public */
export function* eachInTurns<TItem>(
  items: Iterable<TItem>,
  work: (item: TItem) => void,
): Turns<void> {
  let count = 0;
  for (const item of items) {
    work(item);
    count++;
    if (count % ITEMS === 0) {
      yield;
    }
  }
}
