import type { IdentityHint } from '@plimsoll/plugin-stability-common';

/** Kinds of names by which the catalog's annotations know a service. */
export type IdentityType = Exclude<IdentityHint['type'], 'environment'>;

/** One name of one service, in lower case. */
export interface IdentityName {
  type: IdentityType;
  value: string;
  entityRef: string;
}

/** The names that some questions ask about. */
export class IdentityNames {
  readonly #refs = new Map<string, Set<string>>();
  readonly #paths = new Map<string, string[]>();
  readonly #known: ReadonlySet<string>;

  /** @param options.known - refs of services that the catalog has */
  static create(options: {
    names: readonly IdentityName[];
    known: Iterable<string>;
  }): IdentityNames {
    return new IdentityNames(options.names, new Set(options.known));
  }

  private constructor(
    names: readonly IdentityName[],
    known: ReadonlySet<string>,
  ) {
    this.#known = known;
    for (const { type, value, entityRef } of names) {
      if (type === 'path') {
        const paths = this.#paths.get(entityRef) ?? [];
        this.#paths.set(entityRef, [...paths, value]);
      } else {
        const key = keyOf(type, value);
        const refs = this.#refs.get(key) ?? new Set();
        this.#refs.set(key, refs.add(entityRef));
      }
    }
  }

  /** Services that claim a name, sorted. */
  claimants(type: IdentityHint['type'], value: string): string[] {
    return [...(this.#refs.get(keyOf(type, value)) ?? [])].sort();
  }

  /** Folders that a service lives in, within its repository. */
  pathsOf(entityRef: string): string[] {
    return this.#paths.get(entityRef) ?? [];
  }

  /** Whether the catalog has this service. */
  has(entityRef: string): boolean {
    return this.#known.has(entityRef);
  }
}

function keyOf(type: string, value: string): string {
  return `${type} ${value}`;
}
