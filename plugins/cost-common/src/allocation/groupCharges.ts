import type { BillLine } from '../bill/BillLine';
import type { CostAmounts } from '../bill/CostAmounts';
import type { ChargeMatcher } from './ChargeMatcher';
import type { ChargeOwner } from './ChargeOwner';
import { type CostSlot, slotOf } from './CostSlot';

/** All charges of a slot that have one owner. */
export interface ChargeGroup {
  key: string;
  slot: CostSlot;
  owner: ChargeOwner;
  amounts: CostAmounts;
}

/**
 * Adds up charges that are given away together, so that each sum is split
 * once. Sorted: what follows does not depend on the order of the bill.
 */
export function groupCharges(options: {
  lines: readonly BillLine[];
  matcher: ChargeMatcher;
}): ChargeGroup[] {
  const groups = new Map<string, ChargeGroup>();
  const ownerKeys = new Map<ChargeOwner, string>();
  for (const line of options.lines) {
    const owner = options.matcher.ownerOf(line.key, line.kind);
    const slot = slotOf(line);
    const ownKey = ownerKeys.get(owner) ?? ownerKey(owner);
    ownerKeys.set(owner, ownKey);
    const key = `${slot.key}|${ownKey}`;
    const known = groups.get(key);
    if (known) {
      known.amounts.billed += line.amounts.billed;
      known.amounts.effective += line.amounts.effective;
      known.amounts.contracted += line.amounts.contracted;
      known.amounts.list += line.amounts.list;
    } else {
      groups.set(key, { key, slot, owner, amounts: { ...line.amounts } });
    }
  }
  return [...groups.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function ownerKey(owner: ChargeOwner): string {
  switch (owner.to) {
    case 'service':
      return `s|${owner.entityRef}|${Object.values(owner.basis).join('|')}`;
    case 'pool':
      return `p|${owner.pool}`;
    case 'node':
      return `n|${owner.nodeId}`;
    default:
      return 'u';
  }
}
