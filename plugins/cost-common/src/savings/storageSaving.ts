import type { NanoUnits } from '../money/nanoUnits';
import { nanosOf } from '../money/unitsOf';
import type { IdleResource } from '../use/IdleResource';
import type { SavingFigures } from './SavingFigures';

const GIBIBYTE = 2 ** 30;

/** A move that takes longer to pay is not advised. */
const LONGEST_BREAK_EVEN_MONTHS = 12;

/** Prices in units of the currency. @public */
export interface StoragePrices {
  /** A GiB for a month where it is, and where it would be moved. */
  standardGibMonth: number;
  infrequentGibMonth: number;
  /** Reading a GiB where it would be moved. */
  retrievalGib: number;
  /** Moving 1,000 objects. */
  transitionPer1000: number;
  /** Bytes that even a smaller object is paid for; 128 KiB by default. */
  smallestObjectBytes?: number;
}

/** @public */
export interface StorageSaving extends SavingFigures {
  /** Once, for moving. */
  transition: NanoUnits;
  breakEvenMonths: number;
  /** Share of what is moved that may be read in a month before it is a loss. */
  breakEvenReadRatio: number;
}

/**
 * What moving objects that nobody reads to a cheaper class saves: bytes times
 * the difference of prices, less what small objects are paid for beyond their
 * size and less reading. The move itself must pay within a year.
 *
 * @returns nothing where it would cost more than it saves
 * @public
 */
export function storageSaving(options: {
  storage: NonNullable<IdleResource['storage']>;
  prices: StoragePrices;
}): StorageSaving | undefined {
  const { storage, prices } = options;
  const { bytes, objects, bytesReadPerMonth, unreadRatio } = storage;
  const { smallestObjectBytes = 131_072 } = prices;
  const moved = bytes * unreadRatio;
  const movedObjects = objects * unreadRatio;
  if (moved <= 0 || movedObjects <= 0) {
    return undefined;
  }
  const billable = Math.max(moved, movedObjects * smallestObjectBytes);
  const saved =
    (moved * prices.standardGibMonth - billable * prices.infrequentGibMonth) /
    GIBIBYTE;
  const read =
    ((bytesReadPerMonth * unreadRatio) / GIBIBYTE) * prices.retrievalGib;
  const monthly = saved - read;
  const transition = (movedObjects / 1000) * prices.transitionPer1000;
  const breakEvenMonths = transition / monthly;
  if (monthly <= 0 || breakEvenMonths > LONGEST_BREAK_EVEN_MONTHS) {
    return undefined;
  }
  return {
    theoretical: nanosOf(monthly),
    transition: nanosOf(transition),
    breakEvenMonths,
    breakEvenReadRatio:
      prices.retrievalGib > 0
        ? (saved * GIBIBYTE) / moved / prices.retrievalGib
        : Infinity,
    risk: 'low',
    evidence: [
      { name: 'unread', value: `${(100 * unreadRatio).toFixed(0)}%` },
      { name: 'size', value: `${(bytes / GIBIBYTE).toFixed(1)} GiB` },
      { name: 'objects', value: String(objects) },
    ],
  };
}
