import { eachInTurns } from '../turns/eachInTurns';
import { finishTurns } from '../turns/finishTurns';
import type { Turns } from '../turns/Turns';
import type { MappingEntry } from './MappingEntry';
import { resourceNames } from './resourceNames';

/**
 * Finds the service that a tag, label, resource or account belongs to. What
 * the catalog gives to two services is nobody's.
 */
export class MappingIndex {
  /** `undefined` as a value: claimed by more than one. */
  readonly #refs = new Map<string, string | undefined>();

  static create(entries: readonly MappingEntry[]): MappingIndex {
    return finishTurns(MappingIndex.inTurns(entries));
  }

  static *inTurns(entries: readonly MappingEntry[]): Turns<MappingIndex> {
    const index = new MappingIndex();
    yield* eachInTurns(entries, entry => index.#add(entry));
    return index;
  }

  private constructor() {}

  /** By the tag's own name first, then by the value of any tag. */
  tagged(key: string, value: string): string | undefined {
    return this.#named('tag', key, value);
  }

  labelled(key: string, value: string): string | undefined {
    return this.#named('label', key, value);
  }

  ofResource(id: string): string | undefined {
    for (const name of resourceNames(id)) {
      const found = this.#refs.get(keyOf('resource', '', name));
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  /** What belongs to a service as a whole. */
  ofAll(by: 'sub-account' | 'product', value: string): string | undefined {
    return this.#refs.get(keyOf(by, '', value));
  }

  #add(entry: MappingEntry): void {
    const { by, value, entityRef } = entry;
    const named = by === 'tag' || by === 'label' ? entry.key ?? '' : '';
    const name = keyOf(by, named, value);
    const known = this.#refs.has(name) && this.#refs.get(name) !== entityRef;
    this.#refs.set(name, known ? undefined : entityRef);
  }

  #named(by: 'tag' | 'label', key: string, value: string): string | undefined {
    const own = keyOf(by, key, value);
    return this.#refs.has(own)
      ? this.#refs.get(own)
      : this.#refs.get(keyOf(by, '', value));
  }
}

function keyOf(by: MappingEntry['by'], key: string, value: string): string {
  // The value comes last: whatever it contains, no two keys read the same.
  return `${by}\n${key.toLowerCase()}\n${value.trim().toLowerCase()}`;
}
