import { randomUUID } from 'node:crypto';
import {
  addDays,
  formatAmount,
  nextMonthOf,
} from '@plimsoll/plugin-cost-common';
import { BillRefusedError } from '@plimsoll/plugin-cost-node';
import type { CostDatabase } from '../database/CostDatabase';
import type { Knex } from 'knex';
import { insertLines } from './insertLines';
import { type KeySum, readKeySums } from './KeySums';
import type { BillPeriod, LineStage, StagedPeriod } from './LineStage';
import { readExtent, refuseShrunk } from './refuseShrunk';
import { type RestatedMonth, restatementsOf } from './restatementsOf';

/** So long after its end a month has all its days on a bill that lags. */
const CLOSED_AFTER_DAYS = 10;

/** @see replaceMonths */
export interface ReplaceMonthsOptions {
  trx: Knex;
  database: CostDatabase;
  source: string;
  deliveryId: string;
  stage: LineStage;
  /** Periods that this delivery was the bill of until now. */
  formerPeriods: readonly BillPeriod[];
  /** Ids of all deliveries that the source has now. */
  listed: ReadonlySet<string>;
  /** Days for which a bill still grows. */
  settleDays: number;
  /** When a bill that looks cut off is taken all the same, Unix milliseconds. */
  shrunkFrom: number;
  /** Unix milliseconds. */
  now: number;
}

/** What there was of a period. */
interface Before {
  sums: KeySum[];
  /** First day that was not complete. */
  cutoff: string;
  extent: StagedPeriod;
}

const linesOf = (trx: Knex, source: string, period: BillPeriod) =>
  trx('cost_line').where({
    source,
    billing_account: period.billingAccount,
    billing_month: period.billingMonth,
  });

/**
 * Puts the lines of a delivery in the place of what its months held before, and
 * notes months whose complete days have another sum now.
 *
 * @returns what changed
 * @throws BillRefusedError when another delivery is the bill of one of them, or
 * when it looks cut off
 */
export async function replaceMonths(
  options: ReplaceMonthsOptions,
): Promise<{ periods: BillPeriod[]; restated: RestatedMonth[] }> {
  const { trx, database, source, deliveryId, stage, formerPeriods } = options;
  const named = stage.periods;
  const isNamed = (one: BillPeriod) =>
    named.some(
      other =>
        one.billingAccount === other.billingAccount &&
        one.billingMonth === other.billingMonth,
    );
  const periods = [...named, ...formerPeriods.filter(one => !isNamed(one))];
  const before = new Map<BillPeriod, Before>();
  for (const period of periods) {
    const holder = await holderOf({ trx, source, period });
    if (!isNamed(period) && holder !== deliveryId) {
      // it left this bill, and another delivery has it already
      continue;
    }
    const writtenTo = await claimPeriod({ ...options, period, holder });
    if (writtenTo) {
      const extent = await readExtent({ trx, source, period });
      const cutoff = completeUntil({
        period,
        writtenTo,
        extent,
        settleDays: options.settleDays,
      });
      before.set(period, {
        sums: await readKeySums({ trx, source, period, before: cutoff }),
        cutoff,
        extent,
      });
    }
    await linesOf(trx, source, period).delete();
  }
  await insertLines({
    trx,
    dialect: database.dialect,
    source,
    deliveryId,
    rows: stage.rows(),
  });
  const restated: RestatedMonth[] = [];
  for (const [period, known] of before) {
    const { sums, cutoff } = known;
    const after = await readKeySums({ trx, source, period, before: cutoff });
    if (
      options.now < options.shrunkFrom &&
      hasLess({ stage, period, before })
    ) {
      refuseShrunk({
        delivery: deliveryId,
        period,
        before: known,
        after: { extent: stage.extentOf(period), sums: after },
        takenFrom: options.shrunkFrom,
      });
    }
    restated.push(...restatementsOf({ period, before: sums, after }));
  }
  await writeRestatements({ ...options, restated });
  return { periods, restated };
}

/**
 * Whether there are fewer lines of a period than before: an account that has
 * grown says nothing of one that is cut off. A period that the delivery no
 * longer names may have given way to another month of its account.
 */
function hasLess(options: {
  stage: LineStage;
  period: BillPeriod;
  before: ReadonlyMap<BillPeriod, Before>;
}): boolean {
  const { stage, period, before } = options;
  const known = before.get(period)?.extent.lines ?? 0;
  const named = stage.extentOf(period);
  if (named) {
    return named.lines < known;
  }
  const isSame = ({ billingAccount }: BillPeriod) =>
    billingAccount === period.billingAccount;
  const sum = (counts: readonly number[]) =>
    counts.reduce((all, count) => all + count, 0);
  const linesAfter = stage.periods
    .filter(isSame)
    .map(one => stage.extentOf(one)?.lines ?? 0);
  const linesBefore = [...before]
    .filter(([one]) => isSame(one))
    .map(([, { extent }]) => extent.lines);
  return sum(linesAfter) < sum(linesBefore);
}

/** Id of the delivery that is the bill of a period. */
async function holderOf(options: {
  trx: Knex;
  source: string;
  period: BillPeriod;
}): Promise<string | undefined> {
  const { trx, source, period } = options;
  const [held] = await linesOf(trx, source, period)
    .select('delivery_id')
    .limit(1);
  return held?.delivery_id;
}

/**
 * Makes sure that nobody else is the bill of a period.
 *
 * @returns the first day that was too young to be complete when it was written;
 * undefined when it is new
 */
async function claimPeriod(
  options: ReplaceMonthsOptions & {
    period: BillPeriod;
    holder: string | undefined;
  },
): Promise<string | undefined> {
  const { trx, source, deliveryId, listed, period, holder, settleDays } =
    options;
  if (holder === undefined) {
    return undefined;
  }
  if (holder !== deliveryId && listed.has(holder)) {
    const month = period.billingMonth.slice(0, 7);
    throw BillRefusedError.of({
      rule: 'month-twice',
      place: `${period.billingAccount}, ${month}`,
      message:
        `'${deliveryId}' and '${holder}' are both the bill of ${month} of account ${period.billingAccount}: ` +
        `remove one, or put files that belong together into a folder named ${month}`,
    });
  }
  const row = await trx('cost_delivery')
    .where({ source, id: holder })
    .first('read_at', 'changed_at');
  // what was read late did not have more days than when it was written
  const writtenAt = new Date(
    Number(row?.changed_at ?? row?.read_at ?? options.now),
  );
  writtenAt.setUTCDate(writtenAt.getUTCDate() - settleDays);
  return writtenAt.toISOString().slice(0, 10);
}

/**
 * The first day that a bill was not complete for: one that lags behind the day
 * on which it was written grows by all the days since it ended, and its last
 * days grow as if it had been written on the last of them. Once its month is
 * long over it does not grow, whenever it was used last.
 */
function completeUntil(options: {
  period: BillPeriod;
  writtenTo: string;
  extent: StagedPeriod;
  settleDays: number;
}): string {
  const { period, writtenTo, extent, settleDays } = options;
  const { lastDay } = extent;
  const closedOn = addDays(nextMonthOf(period.billingMonth), CLOSED_AFTER_DAYS);
  const isWhole = lastDay === addDays(nextMonthOf(period.billingMonth), -1);
  const ended = lastDay && addDays(lastDay, isWhole ? 1 : 1 - settleDays);
  return ended && ended < writtenTo && writtenTo < closedOn ? ended : writtenTo;
}

async function writeRestatements(
  options: ReplaceMonthsOptions & { restated: readonly RestatedMonth[] },
): Promise<void> {
  const { trx, source, restated, now } = options;
  for (const one of restated) {
    await trx('cost_restatement').insert({
      id: randomUUID(),
      source,
      billing_account: one.billingAccount,
      billing_month: one.billingMonth,
      currency: one.currency,
      metric: one.metric,
      at: now,
      amount_before: String(one.before),
      amount_after: String(one.after),
      largest: JSON.stringify(one.largest),
    });
  }
}

/** For logs: the months that moved, with their difference in effective cost. */
export function restatedSentence(restated: readonly RestatedMonth[]): string {
  return restated
    .filter(({ metric }) => metric === 'effective')
    .map(
      one =>
        `${one.billingMonth.slice(0, 7)} of ${one.billingAccount} by ` +
        `${formatAmount(one.after - one.before)} ${one.currency}`,
    )
    .join(', ');
}
