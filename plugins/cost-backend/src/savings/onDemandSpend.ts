import { listDays, unitsOf } from '@plimsoll/plugin-cost-common';
import type { MachineCharge } from './MachineCharge';
import type { OnDemandSpend } from './SavingFacts';

const HOURS_OF_DAY = 24;

/** Days of machines below which no commitment is worked out. */
const FEWEST_DAYS = 14;

/**
 * Spend on machines at on-demand prices by account, hour by hour.
 *
 * A commitment is paid by the hour, also when nothing runs: days without
 * machines are days at 0. Which hours of a day a machine ran is on no bill, so
 * all are taken to have run and paused together: no other arrangement leaves
 * less for a commitment to cover, and what it saves is never promised too high.
 */
export function onDemandSpend(options: {
  charges: readonly MachineCharge[];
  /** First day, and the one behind the last. */
  from: string;
  to: string;
}): OnDemandSpend[] {
  const { charges, from, to } = options;
  const accounts = new Map<string, MachineCharge[]>();
  for (const charge of charges.filter(isOnDemand)) {
    const { subAccount } = charge;
    accounts.set(subAccount, [...(accounts.get(subAccount) ?? []), charge]);
  }
  return [...accounts].flatMap(([subAccount, own]) => {
    const refs = new Set(own.map(({ entityRef }) => entityRef));
    const [entityRef] = refs;
    return new Set(own.map(({ day }) => day)).size < FEWEST_DAYS
      ? []
      : [
          {
            id: `commitment:${subAccount}`,
            subAccount,
            ...(refs.size === 1 && entityRef && { entityRef }),
            machines: new Set(own.map(({ resourceId }) => resourceId)).size,
            hourly: listDays(from, to).flatMap(day =>
              hoursOf(own.filter(charge => charge.day === day)),
            ),
          },
        ];
  });
}

/** Spend in each hour of a day: all machines start together. */
function hoursOf(charges: readonly MachineCharge[]): number[] {
  const spend = Array.from({ length: HOURS_OF_DAY }, () => 0);
  for (const { effective, hours = HOURS_OF_DAY } of charges) {
    // What ran for a part of an hour only is left out of it.
    const whole = Math.min(HOURS_OF_DAY, Math.floor(hours));
    const rate = unitsOf(effective) / Math.max(whole, hours);
    for (let hour = 0; hour < whole; hour++) {
      spend[hour] += rate;
    }
  }
  return spend;
}

function isOnDemand(charge: MachineCharge): boolean {
  return charge.pricing === 'standard' && !charge.isCommitted;
}
