import {
  eachInTurns,
  listDays,
  type Turns,
  unitsOf,
} from '@plimsoll/plugin-cost-common';
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
export function* onDemandSpend(options: {
  charges: Iterable<MachineCharge>;
  /** First day, and the one behind the last. */
  from: string;
  to: string;
}): Turns<OnDemandSpend[]> {
  const { charges, from, to } = options;
  const accounts = new Map<string, Account>();
  yield* eachInTurns(charges, charge => {
    if (isOnDemand(charge)) {
      const { subAccount, entityRef, resourceId, day } = charge;
      const account: Account = accounts.get(subAccount) ?? {
        refs: new Set(),
        machines: new Set(),
        days: new Map(),
      };
      accounts.set(subAccount, account);
      account.refs.add(entityRef);
      account.machines.add(resourceId);
      const spend = account.days.get(day) ?? noSpend();
      account.days.set(day, spend);
      addHours(spend, charge);
    }
  });
  const days = listDays(from, to);
  return [...accounts].flatMap(([subAccount, account]) => {
    const [entityRef] = account.refs;
    return account.days.size < FEWEST_DAYS
      ? []
      : [
          {
            id: `commitment:${subAccount}`,
            subAccount,
            ...(account.refs.size === 1 && entityRef && { entityRef }),
            machines: account.machines.size,
            hourly: days.flatMap(day => account.days.get(day) ?? noSpend()),
          },
        ];
  });
}

interface Account {
  /** Whose its machines are; with nobody's among them. */
  refs: Set<string | undefined>;
  machines: Set<string>;
  /** Spend in each hour, by day. */
  days: Map<string, number[]>;
}

function noSpend(): number[] {
  return Array.from({ length: HOURS_OF_DAY }, () => 0);
}

/** Adds the hours of a machine's day: all machines start together. */
function addHours(
  spend: number[],
  { effective, hours = HOURS_OF_DAY }: MachineCharge,
): void {
  // What ran for a part of an hour only is left out of it.
  const whole = Math.min(HOURS_OF_DAY, Math.floor(hours));
  const rate = unitsOf(effective) / Math.max(whole, hours);
  for (let hour = 0; hour < whole; hour++) {
    spend[hour] += rate;
  }
}

function isOnDemand(charge: MachineCharge): boolean {
  return charge.pricing === 'standard' && !charge.isCommitted;
}
