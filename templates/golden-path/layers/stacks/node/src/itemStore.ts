/** A thing with a name. */
export interface Item {
  id: string;
  name: string;
}

/**
 * Items in the memory of this process: gone with it, and not those of another replica.
 * What has to last belongs into a data store behind the same three functions.
 */
export class ItemStore {
  readonly #limit: number;
  readonly #items = new Map<string, Item>();

  /** @param limit how many items are kept; beyond, the one written longest ago goes */
  constructor(limit = 10_000) {
    this.#limit = limit;
  }

  put(item: Item): void {
    // a Map keeps the order of writing, if what is written again moves to its end
    this.#items.delete(item.id);
    this.#items.set(item.id, item);
    const [oldest] = this.#items.keys();
    if (this.#items.size > this.#limit && oldest !== undefined) {
      this.#items.delete(oldest);
    }
  }

  get(id: string): Item | undefined {
    return this.#items.get(id);
  }

  /** Tells whether there was one. */
  delete(id: string): boolean {
    return this.#items.delete(id);
  }
}
