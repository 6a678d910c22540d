import { BillRefusedError } from '@plimsoll/plugin-cost-node';
import type { Knex } from 'knex';
import type { KeySum } from './KeySums';
import type { BillPeriod, StagedPeriod } from './LineStage';

/** Rule of a bill that has less than what was read before. */
export const SHRUNK = 'shrunk';

/** Of fewer keys no share is told. */
const FEWEST_KEYS = 10;
/** Restatements move amounts and a few keys; cuts take many. */
const LEAST_KEPT = 0.9;

/** What is stored of a period. */
export async function readExtent(options: {
  trx: Knex;
  source: string;
  period: BillPeriod;
}): Promise<StagedPeriod> {
  const { trx, source, period } = options;
  const [row] = await trx('cost_line')
    .where({
      source,
      billing_account: period.billingAccount,
      billing_month: period.billingMonth,
    })
    .select(
      trx.raw('count(*) as lines'),
      trx.raw("max(case when kind = 'usage' then day end) as last_day"),
    );
  return { lines: Number(row.lines), lastDay: row.last_day ?? '' };
}

/**
 * Holds a bill back that looks cut off: it ends earlier with fewer charges than
 * what was read before, or its complete days cost less and lack a tenth of what
 * was charged for. A plain file that breaks off between two rows shows it by
 * nothing else.
 *
 * @param options.before - with the sums of the days that were complete
 * @param options.takenFrom - when it is taken for all that, Unix milliseconds
 * @throws BillRefusedError
 */
export function refuseShrunk(options: {
  delivery: string;
  period: BillPeriod;
  before: { extent: StagedPeriod; sums: readonly KeySum[] };
  after: { extent: StagedPeriod | undefined; sums: readonly KeySum[] };
  takenFrom: number;
}): void {
  const { delivery, period, before, after, takenFrom } = options;
  const { extent = { lines: 0, lastDay: '' } } = after;
  const endsEarlier =
    extent.lines < before.extent.lines &&
    extent.lastDay < before.extent.lastDay;
  const lacksKeys =
    before.sums.length >= FEWEST_KEYS &&
    after.sums.length < before.sums.length * LEAST_KEPT &&
    totalOf(after.sums) < totalOf(before.sums);
  if (!endsEarlier && !lacksKeys) {
    return;
  }
  const month = period.billingMonth.slice(0, 7);
  const from = new Date(takenFrom).toISOString().slice(0, 16);
  throw BillRefusedError.of({
    rule: SHRUNK,
    place: `${period.billingAccount}, ${month}`,
    message:
      `'${delivery}' has ${extentText(extent)} of ${month} of account ${
        period.billingAccount
      }, where ${extentText(before.extent)} were read before: ` +
      `it looks cut off, and what was read before stays. Deliver it again whole; ` +
      `if it is right as it is, leave it: it is taken from ${from}Z on`,
  });
}

function extentText({ lines, lastDay }: StagedPeriod): string {
  return `${lines} lines${lastDay && ` to ${lastDay}`}`;
}

/** Billed and effective together: only whether it is less is asked. */
function totalOf(sums: readonly KeySum[]): bigint {
  return sums.reduce(
    (all, { amounts }) => all + amounts.billed + amounts.effective,
    0n,
  );
}
