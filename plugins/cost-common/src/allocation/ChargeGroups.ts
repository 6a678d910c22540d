import type { BillLine } from '../bill/BillLine';
import type { CostAmounts } from '../bill/CostAmounts';
import type { ChargeMatcher } from './ChargeMatcher';
import type { ChargeOwner } from './ChargeOwner';
import { type CostSlot, slotOf } from './CostSlot';

/** All charges of a slot that have one owner. */
export interface ChargeGroup {
  slot: CostSlot;
  owner: ChargeOwner;
  amounts: CostAmounts;
}

type Slots = Map<string, Map<string, ChargeGroup>>;

/**
 * Adds up charges that are given away together, so that each sum is split
 * once. Kept by day and slot: each is small enough to be sorted in a moment.
 */
export class ChargeGroups {
  readonly #matcher: ChargeMatcher;
  readonly #keepCharge: boolean;
  readonly #days = new Map<string, Slots>();
  readonly #ownerKeys = new Map<ChargeOwner, string>();

  constructor(options: { matcher: ChargeMatcher; keepCharge?: boolean }) {
    this.#matcher = options.matcher;
    this.#keepCharge = options.keepCharge ?? false;
  }

  add(line: BillLine): void {
    const owner = this.#matcher.ownerOf(line.key, line.kind);
    const slot = slotOf(line, { keepCharge: this.#keepCharge });
    const slots = entryOf(this.#days, `${line.billingMonth}|${line.day}`);
    const groups = entryOf(slots, slot.key);
    const key = this.#ownerKey(owner);
    const known = groups.get(key);
    if (known) {
      known.amounts.billed += line.amounts.billed;
      known.amounts.effective += line.amounts.effective;
      known.amounts.contracted += line.amounts.contracted;
      known.amounts.list += line.amounts.list;
    } else {
      groups.set(key, { slot, owner, amounts: { ...line.amounts } });
    }
  }

  /**
   * The groups of each slot. Sorted: what follows does not depend on the order
   * of the bill.
   */
  *slots(): Generator<ChargeGroup[]> {
    for (const [, slots] of sorted(this.#days)) {
      for (const [, groups] of sorted(slots)) {
        yield sorted(groups).map(([, group]) => group);
      }
    }
  }

  #ownerKey(owner: ChargeOwner): string {
    const known = this.#ownerKeys.get(owner);
    if (known !== undefined) {
      return known;
    }
    const key = ownerKey(owner);
    this.#ownerKeys.set(owner, key);
    return key;
  }
}

function ownerKey(owner: ChargeOwner): string {
  switch (owner.to) {
    case 'service':
      return `s|${owner.entityRef}|${Object.values(owner.basis).join('|')}`;
    case 'pool':
      return `p|${owner.pool}`;
    case 'node':
      return `n|${owner.nodeId}`;
    case 'line':
      return `l|${owner.line}`;
    default:
      return 'u';
  }
}

function entryOf<TKey, TInner>(
  map: Map<string, Map<TKey, TInner>>,
  key: string,
): Map<TKey, TInner> {
  let inner = map.get(key);
  if (!inner) {
    inner = new Map();
    map.set(key, inner);
  }
  return inner;
}

function sorted<TValue>(map: Map<string, TValue>): Array<[string, TValue]> {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
