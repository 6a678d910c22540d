import { addDays, countDays } from '../calendar/utcDays';
import type { IdleResource } from '../use/IdleResource';

/** What a balancer was charged for on a day, in one unit. @public */
export interface BalancerCharge {
  resourceId: string;
  /** The provider's product, within which balancers are charged alike. */
  product: string;
  /** UTC day, `2026-11-17`. */
  day: string;
  unit?: string;
  quantity?: number;
}

/** Being there is charged by the hour; all else is traffic. */
const HOURS = /^(hrs?|hours?|h)$/i;

/**
 * Load balancers that the bill itself proves unused: charged for every hour,
 * and for no traffic. A bill that shows traffic of no balancer of a product
 * does not tell, so there nothing is claimed.
 *
 * @returns those that were so for all of the last days, with how many
 * @public
 */
export function unusedBalancers(options: {
  charges: readonly BalancerCharge[];
  /** Last day of which the bill is complete. */
  completeTo: string;
}): IdleResource[] {
  const { charges, completeTo } = options;
  const isTraffic = ({ unit, quantity }: BalancerCharge) =>
    !(unit !== undefined && HOURS.test(unit)) && quantity !== 0;
  const telling = new Set(
    charges.filter(isTraffic).map(({ product }) => product),
  );
  const balancers = new Map<string, BalancerCharge[]>();
  for (const charge of charges) {
    const { resourceId } = charge;
    balancers.set(resourceId, [...(balancers.get(resourceId) ?? []), charge]);
  }
  return [...balancers].flatMap(([resourceId, own]) => {
    const charged = new Set(
      own.filter(charge => !isTraffic(charge)).map(({ day }) => day),
    );
    const busy = own
      .filter(isTraffic)
      .map(({ day }) => day)
      .sort();
    const idleDays = daysSince({ charged, busy: busy.at(-1), completeTo });
    return idleDays > 0 && own.every(({ product }) => telling.has(product))
      ? [
          {
            resourceId,
            kind: 'load-balancer' as const,
            idleDays,
            evidence: 'no-traffic-billed' as const,
          },
        ]
      : [];
  });
}

/** Days in a row up to the last complete one, each charged, none with traffic. */
function daysSince(options: {
  charged: ReadonlySet<string>;
  busy?: string;
  completeTo: string;
}): number {
  const { charged, busy, completeTo } = options;
  const most = busy === undefined ? charged.size : countDays(busy, completeTo);
  let days = 0;
  while (days < most && charged.has(addDays(completeTo, -days))) {
    days += 1;
  }
  return days;
}
