import type { LoggerService } from '@backstage/backend-plugin-api';
import type { BillDelivery, BillSource } from '@plimsoll/plugin-cost-node';
import { hasBillLines } from '../allocation/hasBillLines';
import { markAllDirty } from '../allocation/markAllDirty';
import { markDirty } from '../allocation/markDirty';
import type { CostDatabase } from '../database/CostDatabase';
import type { ClaimedDelivery, DeliveryStore } from './DeliveryStore';
import { type BillPeriod, LineStage } from './LineStage';
import { replaceMonths, restatedSentence } from './replaceMonths';
import type { SourceStore } from './SourceStore';
import { writeExactTotals } from './writeExactTotals';

/** Days for which a bill still grows, where the source does not say. */
const SETTLE_DAYS = 1;

const DAY_MS = 86_400_000;

/**
 * When a bill that has less than before is taken all the same, Unix
 * milliseconds: who cut it off has delivered it again by then.
 *
 * @param options.heldAt - since when it is held back, now where it is not yet
 */
export function shrunkFrom(options: {
  heldAt: number;
  source: BillSource;
}): number {
  const { settleDays = SETTLE_DAYS } = options.source;
  return options.heldAt + Math.max(1, settleDays) * DAY_MS;
}

/** @see importDelivery */
export interface ImportDeliveryOptions {
  database: CostDatabase;
  deliveries: DeliveryStore;
  sourceStore: SourceStore;
  logger: LoggerService;
  tags: readonly string[];
  source: BillSource;
  claimed: ClaimedDelivery;
  delivery: BillDelivery;
  /** Ids of all deliveries that the source has now. */
  listed: ReadonlySet<string>;
  /** Unix milliseconds. */
  now: number;
  signal: AbortSignal;
}

/**
 * Reads one delivery to its end, and then replaces its months in one
 * transaction. Whatever fails before leaves everything as it was.
 *
 * @returns the periods that changed, and whether the delivery is no longer the
 * bill of any that it was before
 * @throws BillRefusedError when it is not readable as a bill
 */
export async function importDelivery(
  options: ImportDeliveryOptions,
): Promise<{ periods: BillPeriod[]; hasLeft: boolean }> {
  const { database, deliveries, sourceStore, logger, now } = options;
  const { source, claimed, delivery, listed, tags, signal } = options;
  const stage = LineStage.create({ source: source.name });
  const reading = await source.read({
    delivery,
    tags,
    onLines: async lines => stage.add(lines),
    signal,
  });
  const { settleDays = SETTLE_DAYS } = source;
  const { periods, restated } = await database.client.transaction(async trx => {
    await sourceStore.lock(trx, source.name);
    const isFirst = !(await hasBillLines(trx));
    const replaced = await replaceMonths({
      trx,
      database,
      source: source.name,
      deliveryId: delivery.id,
      stage,
      formerPeriods: claimed.formerPeriods,
      listed,
      settleDays,
      shrunkFrom: shrunkFrom({ heldAt: claimed.heldAt ?? now, source }),
      now,
    });
    await writeExactTotals({
      trx,
      source: source.name,
      periods: replaced.periods,
      exact: reading.exact ?? [],
    });
    await deliveries.markRead({
      trx,
      claimed,
      version: delivery.version,
      changedAt: delivery.changedAt
        ? Date.parse(delivery.changedAt)
        : undefined,
      reading,
      periods: stage.periods,
    });
    await sourceStore.markRead({
      trx,
      name: source.name,
      format: reading.formatVersion && `FOCUS ${reading.formatVersion}`,
      settleDays,
      now,
    });
    await markDirty({
      trx,
      billingMonths: replaced.periods.map(one => one.billingMonth),
      now,
    });
    if (isFirst) {
      // list prices of clusters stand only until there is a bill
      await markAllDirty({ trx, now });
    }
    return replaced;
  });
  logger.info(
    `'${delivery.id}' of cost.sources.${source.name} was read: ${reading.rows} rows`,
  );
  if (restated.length > 0) {
    logger.info(
      `Restated by cost.sources.${source.name}: ${restatedSentence(restated)}`,
    );
  }
  return { periods, hasLeft: periods.length > stage.periods.length };
}
