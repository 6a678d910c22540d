import { sameVersion, type VersionKey } from './VersionKey';

/**
 * Finds the latest of many that brought a version, without comparing it with
 * all of them: those that are the same have at least one name in common.
 */
export class VersionIndex<T extends { key: VersionKey }> {
  readonly #byName = new Map<string, Array<{ order: number; item: T }>>();
  #count = 0;

  static create<T extends { key: VersionKey }>(): VersionIndex<T> {
    return new VersionIndex<T>();
  }

  private constructor() {}

  /** Adds one that is later than all before it. */
  add(item: T): void {
    const order = this.#count++;
    for (const name of namesOf(item.key)) {
      const entries = this.#byName.get(name);
      if (entries) {
        entries.push({ order, item });
      } else {
        this.#byName.set(name, [{ order, item }]);
      }
    }
  }

  /** The latest one of this version. */
  latest(key: VersionKey): T | undefined {
    const found = namesOf(key).flatMap(
      name =>
        this.#byName
          .get(name)
          ?.findLast(({ item }) => sameVersion(item.key, key)) ?? [],
    );
    return found.sort((a, b) => b.order - a.order)[0]?.item;
  }
}

function namesOf(key: VersionKey): string[] {
  const { digests, references, version, commit } = key;
  return [
    ...digests,
    ...references,
    ...(version === undefined ? [] : [`version ${version}`]),
    // Short forms of a commit have their first seven digits in common.
    ...(commit === undefined ? [] : [`commit ${commit.slice(0, 7)}`]),
  ];
}
