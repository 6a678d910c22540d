import { sameCommit } from '../deployments/VersionKey';

/** Shorter than this, a short form of a commit is not believed. */
const PREFIX = 7;

/** Finds what belongs to a commit, also by a short form of it. */
export class CommitIndex<T> {
  readonly #byPrefix = new Map<string, Array<{ sha: string; item: T }>>();

  static create<T extends { sha: string }>(items: readonly T[]) {
    const index = new CommitIndex<T>();
    items.forEach(item => index.#add(item.sha, item));
    return index;
  }

  private constructor() {}

  /** The first item, in the order given, that has this commit. */
  find(sha: string | undefined): T | undefined {
    const name = sha?.toLowerCase() ?? '';
    return this.#byPrefix
      .get(name.slice(0, PREFIX))
      ?.find(entry => sameCommit(entry.sha, name))?.item;
  }

  #add(sha: string, item: T): void {
    const name = sha.toLowerCase();
    const prefix = name.slice(0, PREFIX);
    const entries = this.#byPrefix.get(prefix);
    if (entries) {
      entries.push({ sha: name, item });
    } else {
      this.#byPrefix.set(prefix, [{ sha: name, item }]);
    }
  }
}
