import {
  type AllocatedCost,
  deploymentCosts,
  type ServiceVolume,
} from '@plimsoll/plugin-cost-common';
import { shopCosts } from '../../__testUtils__/shopBill';
import { shopVolumes } from '../../__testUtils__/shopVolumes';
import type { Release } from '../../releases/Release';
import { releasesOf } from '../../releases/releasesOf';
import { addDays, addMonths, type Day, startOf } from '../calendar/utcDays';
import { billEditions } from '../delivery/billEditions';
import { extraDollars } from './costStories';

const FIRST: Day = '2026-08-01';
const END: Day = '2026-12-01';
/** Days at which somebody looks at the portal: in all parts of a month. */
const LOOKED_AT: readonly Day[] = [
  '2026-10-20',
  '2026-10-26',
  '2026-11-02',
  '2026-11-05',
  '2026-11-10',
  '2026-11-13',
  '2026-11-18',
  '2026-11-22',
  '2026-11-27',
  '2026-11-30',
];
/** Requests are known that far back: as far as metrics are kept. */
const KNOWN_DAYS = 59;
/** The bill of a day is complete so many days later. */
const BILL_DELAY_DAYS = 2;
/** Deployments that are compared. */
const DEPLOYED_DAYS = 120;
/**
 * What these spend changes at moments at which nothing went live: the index of
 * search is built, and somebody leaves the log level of image-resizer at debug.
 */
const CHANGED_BY_NOBODY = ['search', 'image-resizer'];
const HIGH_LEVELS = ['compute', 'transfer', 'logs'] as const;

const releases = [-5, -4, -3, -2, -1, 0, 1].flatMap(cycle => releasesOf(cycle));
let volumes: ServiceVolume[];
/** By `<month> <restated>`. */
const bills = new Map<string, AllocatedCost[]>();

beforeAll(async () => {
  volumes = shopVolumes({ from: FIRST, to: END });
  for (let month = FIRST; month < END; month = addMonths(month, 1)) {
    const ofMonth = volumes.filter(
      ({ day }) => day >= month && day < addMonths(month, 1),
    );
    for (const restated of [false, true]) {
      const costs = await shopCosts(month, { restated, volumes: ofMonth });
      bills.set(`${month} ${restated}`, costs);
    }
  }
});

/** What the portal makes of the bill that is there on a day. */
function verdictsOn(now: Day, service: string) {
  const entityRef = `component:default/${service}`;
  const days = new Map<Day, bigint>();
  for (const { month, restated } of billEditions(
    startOf(now) + 12 * 3_600_000,
  )) {
    for (const cost of bills.get(`${month} ${restated}`) ?? []) {
      if (cost.entityRef === entityRef) {
        const known = days.get(cost.day) ?? 0n;
        days.set(cost.day, known + cost.amounts.effective);
      }
    }
  }
  return deploymentCosts({
    unit: 'requests',
    per: 1_000_000,
    costs: [...days].map(([day, amount]) => ({ day, amount })),
    volumes: volumes.filter(
      one =>
        one.entityRef === entityRef &&
        one.day >= addDays(now, -KNOWN_DAYS) &&
        one.day < now,
    ),
    deployments: liveBefore(now, service).map((release, index) => ({
      id: `${index}`,
      version: release.version,
      finishedAt: new Date(release.endedAt).toISOString(),
    })),
    completeTo: addDays(now, -BILL_DELAY_DAYS),
  });
}

function liveBefore(now: Day, service: string): Release[] {
  return releases.filter(
    release =>
      release.service === service &&
      !release.badEnd &&
      release.endedAt < startOf(now) &&
      release.endedAt >= startOf(addDays(now, -DEPLOYED_DAYS)),
  );
}

/** Whether the stories change on a day what a service spends. */
function isTrue(service: string, day: Day): boolean {
  return HIGH_LEVELS.some(on => {
    const extra = (of: Day) => extraDollars({ service, on, day: of });
    return extra(addDays(day, -1)) !== extra(addDays(day, 1));
  });
}

describe('deployments that changed what a request costs', () => {
  const services = [...new Set(releases.map(({ service }) => service))].filter(
    service => !CHANGED_BY_NOBODY.includes(service),
  );

  it.each(LOOKED_AT)('are those of the stories and no others, on %s', now => {
    const named = services.flatMap(service => {
      const all = verdictsOn(now, service);
      const dayOfId = new Map(
        all.map(one => [one.deploymentId, one.finishedAt.slice(0, 10)]),
      );
      return all
        .filter(({ state }) => state === 'changed')
        .map(({ deploymentId, version, alternatives = [] }) => ({
          service,
          version,
          isTrue: [deploymentId, ...alternatives].some(id =>
            isTrue(service, dayOfId.get(id)!),
          ),
        }));
    });
    expect(named.filter(one => !one.isTrue)).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });

  it.each([
    ['2026-11-18', 'checkout', 'v2.31.2', 1.81],
    ['2026-11-27', 'checkout', 'v2.31.2', 1.81],
    ['2026-11-22', 'checkout', 'v2.28.3', -1.38],
    ['2026-11-22', 'product-listing', 'v1.222.0', 13],
    ['2026-11-13', 'product-listing', 'v1.219.1', -13],
  ] as const)(
    'are found, on %s: %s %s by %d dollars a day',
    (now, service, version, dollars) => {
      const found = verdictsOn(now, service).find(
        one => one.version === version && one.state === 'changed',
      );
      const perDay = (Number(found?.perMonth) * 12) / 365;
      expect(perDay / dollars).toBeGreaterThan(0.7);
      expect(perDay / dollars).toBeLessThan(1.4);
    },
  );

  it('do not stand on a bill that is the same every month', () => {
    for (const now of LOOKED_AT) {
      const all = verdictsOn(now, 'session-api');
      expect(all.filter(({ change }) => change).length).toBeGreaterThan(5);
      expect(all.filter(({ state }) => state === 'changed')).toEqual([]);
    }
  });
});
