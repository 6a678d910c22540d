import { daysOfMonth, type Day } from '../calendar/utcDays';
import type { Charge } from '../charges/Charge';
import { monthlyCharges } from '../charges/monthlyCharges';
import { nodeCharges } from '../charges/nodeCharges';
import { serviceCharges } from '../charges/serviceCharges';
import { sessionCharges } from '../charges/sessionCharges';
import { sharedCharges } from '../charges/sharedCharges';
import { untaggedCharges } from '../charges/untaggedCharges';
import { part } from '../money/micros';

/** What is known of the newest day when the bill is written. */
export const KNOWN_OF_LAST_DAY = 0.62;

/** Which state of a month's bill is asked for. */
export interface BillEdition {
  /** First day of the month. */
  month: Day;
  /** The newest day that is in it; of that day, only a part. */
  lastDay: Day;
  /** The provider has mended it since. */
  restated: boolean;
}

/**
 * All charges of a month, a day at a time, so that whoever writes them can let
 * others work in between.
 */
export function* monthCharges(edition: BillEdition): Generator<Charge[]> {
  const { month, lastDay, restated } = edition;
  yield monthlyCharges({ month, restated });
  for (const day of daysOfMonth(month)) {
    if (day > lastDay) {
      return;
    }
    const charges = dayCharges(day);
    yield day === lastDay ? charges.map(begun) : charges;
  }
}

/** All charges of a complete day. */
export function dayCharges(day: Day): Charge[] {
  return [
    ...nodeCharges(day),
    ...serviceCharges(day),
    ...sharedCharges(day),
    ...sessionCharges(day),
    ...untaggedCharges(day),
  ];
}

/** The same of a day whose last hours the provider has not counted yet. */
function begun(charge: Charge): Charge {
  if (charge.kind !== 'Usage' || (charge.days ?? 1) > 1) {
    return charge;
  }
  const known = (amount: number | undefined) =>
    amount === undefined ? undefined : part(amount, KNOWN_OF_LAST_DAY);
  return {
    ...charge,
    effective: part(charge.effective, KNOWN_OF_LAST_DAY),
    billed: known(charge.billed),
    contracted: known(charge.contracted),
    list: known(charge.list),
  };
}
