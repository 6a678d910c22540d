import type { AccountCost } from '@plimsoll/plugin-cost-common';
import type { BilledResource } from './SavingFacts';

/** Accounts of the machines that are one service's alone, by its ref. */
export function accountsOfServices(
  resources: readonly BilledResource[],
): Map<string, AccountCost[]> {
  const services = new Map<string, AccountCost[]>();
  for (const { entityRef, subAccount, monthly } of resources) {
    if (entityRef !== undefined && subAccount !== undefined) {
      const accounts = services.get(entityRef) ?? [];
      services.set(entityRef, accounts);
      accounts.push({ subAccount, monthly });
    }
  }
  return services;
}
