import { monthOf } from '../calendar/utcDays';
import { parseAmount } from '../money/parseAmount';
import { eachInTurns } from '../turns/eachInTurns';
import { finishTurns } from '../turns/finishTurns';
import type { Turns } from '../turns/Turns';
import type { NodeUse } from '../use/NodeUse';
import type { AllocatedCost, AllocationBasis } from './AllocatedCost';
import { SERVICE_LABELS } from './AllocateOptions';
import { CostCollector } from './CostCollector';
import { MappingIndex } from './MappingIndex';
import type { MappingEntry } from './MappingEntry';
import { nodeOwnerOf } from './nodeOwnerOf';
import { poolReceiver, serviceReceiver } from './Receiver';

/** @see allocateListPrice @public */
export interface AllocateListPriceOptions {
  shares: readonly NodeUse[];
  mapping: readonly MappingEntry[];
  labels?: readonly string[];
  /** Of use that does not name its own. */
  currency: string;
}

/**
 * What services cost at a cluster's list price, for want of a bill. All four
 * sums are the list price, in the currency of each cluster; the basis says so.
 * Idle keeps its sign: it is below zero where pods use more than they ask for.
 *
 * @public
 */
export function allocateListPrice(
  options: AllocateListPriceOptions,
): AllocatedCost[] {
  return finishTurns(allocateListPriceInTurns(options));
}

/** The same in steps of some milliseconds. @public */
export function* allocateListPriceInTurns(
  options: AllocateListPriceOptions,
): Turns<AllocatedCost[]> {
  const { labels = SERVICE_LABELS } = options;
  const index = yield* MappingIndex.inTurns(options.mapping);
  const collector = new CostCollector();
  yield* eachInTurns(options.shares, use => {
    const { day, cluster, currency = options.currency } = use;
    const owner = nodeOwnerOf({ use, index, labels });
    const basis: AllocationBasis = { by: 'list-price', cluster };
    const receiver =
      typeof owner === 'string'
        ? poolReceiver(owner, basis)
        : serviceReceiver(owner.entityRef, basis);
    for (const [category, text = '0'] of [
      ['compute', use.listPrice],
      ['storage', use.storageListPrice],
      ['network', use.networkListPrice],
    ] as const) {
      const price = parseAmount(text);
      if (price !== 0n) {
        collector.add(
          {
            key: `${day} ${currency} ${category}`,
            head: {
              day,
              billingMonth: monthOf(day),
              category,
              kind: 'usage',
              currency,
            },
          },
          receiver,
          { billed: price, effective: price, contracted: price, list: price },
        );
      }
    }
  });
  return [...collector.costs()];
}
