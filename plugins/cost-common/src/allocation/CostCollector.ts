import type { CostAmounts } from '../bill/CostAmounts';
import type { AllocatedCost } from './AllocatedCost';
import type { CostSlot } from './CostSlot';
import type { Receiver } from './Receiver';

/** Adds up what each receiver is given, slot by slot. */
export class CostCollector {
  readonly #costs = new Map<string, AllocatedCost>();

  add(slot: CostSlot, receiver: Receiver, amounts: CostAmounts): void {
    const key = `${slot.key}|${receiver.key}`;
    const known = this.#costs.get(key);
    if (known) {
      known.amounts.billed += amounts.billed;
      known.amounts.effective += amounts.effective;
      known.amounts.contracted += amounts.contracted;
      known.amounts.list += amounts.list;
    } else {
      this.#costs.set(key, allocated(slot, receiver, { ...amounts }));
    }
  }

  /** In the order in which they were first given something. */
  costs(): Iterable<AllocatedCost> {
    return this.#costs.values();
  }
}

/** A part, as it is given. */
export function allocated(
  { head }: CostSlot,
  { entityRef, pool, basis }: Receiver,
  amounts: CostAmounts,
): AllocatedCost {
  return {
    ...(entityRef !== undefined && { entityRef }),
    ...(pool !== undefined && { pool }),
    ...head,
    ...(basis && { basis }),
    amounts,
  };
}
