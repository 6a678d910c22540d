import { InputError } from '@backstage/errors';
import type { ChargeKey } from '../bill/ChargeKey';
import type { ChargeKind } from '../bill/ChargeKind';
import { poolOfResource } from '../bill/poolResource';
import { tagOf } from '../bill/tagOf';
import { finishTurns } from '../turns/finishTurns';
import type { Turns } from '../turns/Turns';
import type { ChargeMatching } from './AllocateOptions';
import type { AllocationRule } from './AllocationRule';
import type { ChargeOwner } from './ChargeOwner';
import { MappingIndex } from './MappingIndex';
import { chargePredicate, type ChargePredicate } from './matchesCharge';
import { nodeIdOf } from './nodeIdOf';

interface CompiledRule {
  matches: ChargePredicate;
  owner: ChargeOwner;
}

/** @see ChargeMatcher @public */
export interface ChargeMatcherOptions extends ChargeMatching {
  /** Which machines are split by their use; none by default. */
  isNode?: (nodeId: string) => boolean;
}

const UNALLOCATED: ChargeOwner = { to: 'unallocated' };

/**
 * Says whose a charge is. The first of these decides: the rules in their
 * order, the tags in theirs, the resource, the machine's use, the account.
 *
 * @public
 */
export class ChargeMatcher {
  readonly #index: MappingIndex;
  readonly #rules: readonly CompiledRule[];
  readonly #tags: readonly string[];
  readonly #isNode: (nodeId: string) => boolean;
  readonly #known = new WeakMap<
    ChargeKey,
    Partial<Record<ChargeKind, ChargeOwner>>
  >();

  /** @throws InputError when a rule leads nowhere or to two places */
  static create(options: ChargeMatcherOptions): ChargeMatcher {
    return finishTurns(ChargeMatcher.inTurns(options));
  }

  /** The same, in steps: a catalog claims much. */
  static *inTurns(options: ChargeMatcherOptions): Turns<ChargeMatcher> {
    const index = yield* MappingIndex.inTurns(options.mapping);
    return ChargeMatcher.of({ ...options, index });
  }

  /** @internal */
  static of(
    options: Omit<ChargeMatcherOptions, 'mapping'> & { index: MappingIndex },
  ): ChargeMatcher {
    return new ChargeMatcher(options);
  }

  private constructor(options: Parameters<typeof ChargeMatcher.of>[0]) {
    this.#index = options.index;
    this.#rules = (options.rules ?? []).map(compiled);
    this.#tags = options.tags ?? [];
    this.#isNode = options.isNode ?? (() => false);
  }

  /** Whose a charge is; remembered for as long as the key object lives. */
  ownerOf(key: ChargeKey, kind: ChargeKind): ChargeOwner {
    let known = this.#known.get(key);
    if (!known) {
      known = {};
      this.#known.set(key, known);
    }
    known[kind] ??= this.#decide(key, kind);
    return known[kind];
  }

  #decide(key: ChargeKey, kind: ChargeKind): ChargeOwner {
    return (
      this.#rules.find(({ matches }) => matches(key, kind))?.owner ??
      this.#byTag(key) ??
      this.#byResource(key) ??
      asLine(key) ??
      this.#byWhole(key) ??
      UNALLOCATED
    );
  }

  #byTag(key: ChargeKey): ChargeOwner | undefined {
    for (const name of this.#tags) {
      const value = tagOf(key, name);
      const entityRef = value && this.#index.tagged(name, value);
      if (entityRef) {
        return direct(entityRef, `tag:${name}`);
      }
    }
    return undefined;
  }

  #byResource(key: ChargeKey): ChargeOwner | undefined {
    const { resourceId, resourceName, splitByProvider } = key;
    const entityRef = resourceId && this.#index.ofResource(resourceId);
    if (entityRef) {
      return direct(entityRef, `resource:${key.product}`);
    }
    // The provider has split the machine already; its parts are not ours.
    const nodeId = splitByProvider
      ? undefined
      : [resourceId, resourceName]
          .filter(id => id !== undefined)
          .map(nodeIdOf)
          .find(this.#isNode);
    return nodeId === undefined ? undefined : { to: 'node', nodeId };
  }

  #byWhole(key: ChargeKey): ChargeOwner | undefined {
    const { product, subAccount } = key;
    for (const [by, value] of [
      ['product', product],
      ['sub-account', subAccount],
    ] as const) {
      const entityRef = value && this.#index.ofAll(by, value);
      if (entityRef) {
        return direct(entityRef, `${by}:${value}`);
      }
    }
    return undefined;
  }
}

function asLine({ resourceId }: ChargeKey): ChargeOwner | undefined {
  const line = poolOfResource(resourceId);
  return line && { to: 'line', line };
}

function direct(entityRef: string, name: string): ChargeOwner {
  return { to: 'service', entityRef, basis: { by: 'direct', name } };
}

function compiled(rule: AllocationRule): CompiledRule {
  const { name, match, to, pool } = rule;
  if ((to === undefined) === (pool === undefined)) {
    throw new InputError(
      `The allocation rule "${name}" must name either a service (to) or a pool`,
    );
  }
  return {
    matches: chargePredicate(match),
    owner:
      to === undefined
        ? { to: 'pool', pool: pool ?? '', rule: name }
        : { to: 'service', entityRef: to, basis: { by: 'rule', rule: name } },
  };
}
