import { coldImageCacheReleases } from '../stories/releases';
import { checkoutReleases } from './checkoutReleases';
import {
  byFormerName,
  failing,
  hotfixed,
  type Mishap,
  restarted,
  reverted,
  rolledBack,
  tagged,
  takenBackInside,
  together,
} from './mishaps';
import { PROFILES } from './profiles';
import type { Release } from './Release';
import { type FixedRelease, routineReleases } from './routineReleases';

/** Releases whose day a story tells. */
const FIXED: Record<string, readonly FixedRelease[]> = {
  'product-listing': coldImageCacheReleases,
  // the web team ships three services by one pipeline run
  storefront: [{ day: 16, clock: '15:30', title: 'New footer', seconds: 240 }],
  wishlist: [{ day: 16, clock: '15:30', title: 'New footer', seconds: 300 }],
  newsletter: [{ day: 16, clock: '15:30', title: 'New footer', seconds: 260 }],
};

interface Habit {
  /** In every cycle, every second or every third one. */
  every: 1 | 2 | 3;
  /** The last one stands first, so that the places of the others stay. */
  mishaps: readonly Mishap[];
}

/** What goes wrong with releases, by their place in a cycle. */
const HABITS: Record<string, Habit> = {
  cart: {
    every: 1,
    mishaps: [
      restarted({ index: 9, hours: 20 }),
      hotfixed({ index: 5, after: 41, title: 'Empty carts stay empty' }),
    ],
  },
  payment: { every: 2, mishaps: [reverted({ index: 6, after: 78 })] },
  'coupon-api': {
    every: 3,
    mishaps: [failing({ index: 3, reason: 'Readiness probe failed' })],
  },
  'session-api': {
    every: 2,
    mishaps: [rolledBack({ index: 5, after: 9, seconds: 150 })],
  },
  recommendations: {
    every: 2,
    mishaps: [rolledBack({ index: 4, after: 12, seconds: 170 })],
  },
  search: {
    every: 2,
    mishaps: [
      failing({ index: 5, reason: 'one or more objects failed to apply' }),
    ],
  },
  storefront: {
    every: 1,
    mishaps: [
      restarted({ index: 12, hours: 6 }),
      rolledBack({ index: 3, after: 6, said: true }),
    ],
  },
  'order-history': {
    every: 3,
    mishaps: [
      hotfixed({ index: 4, after: 55, title: 'Dates of returned orders' }),
    ],
  },
  'stock-levels': {
    every: 3,
    mishaps: [failing({ index: 2, reason: 'exit code 1' })],
  },
  'user-profile': {
    every: 2,
    mishaps: [rolledBack({ index: 3, after: 15, said: true })],
  },
};

/** What is odd with releases in every cycle, by their place. */
const ODDITIES: Record<string, readonly Mishap[]> = {
  reviews: [
    tagged({ index: 3, tag: 'latest' }),
    tagged({ index: 2, tag: 'latest' }),
  ],
  'stock-levels': [byFormerName({ index: 4, formerName: 'warehouse-api' })],
  'tax-calculator': [takenBackInside({ index: 1 })],
};

/** Everything that ShopKart took to production in a cycle, by start. */
export function releasesOf(cycle: number): Release[] {
  return PROFILES.flatMap(profile => {
    const { service } = profile;
    if (service === 'checkout') {
      return checkoutReleases(cycle);
    }
    const routine = routineReleases({ profile, cycle, fixed: FIXED[service] });
    const mishaps = [
      ...sharedRuns(routine, cycle),
      ...(ODDITIES[service] ?? []),
      ...mishapsOf(service, cycle),
    ];
    return mishaps.reduce<Release[]>((all, mishap) => mishap(all), routine);
  }).sort((one, other) => one.startedAt - other.startedAt);
}

function mishapsOf(service: string, cycle: number): readonly Mishap[] {
  const habit = HABITS[service];
  if (!habit) {
    return [];
  }
  // not all of them in the same cycle
  const turn =
    (((cycle + service.length) % habit.every) + habit.every) % habit.every;
  return turn === 0 ? habit.mishaps : [];
}

/** Releases that go out by one pipeline run. */
function sharedRuns(releases: readonly Release[], cycle: number): Mishap[] {
  return releases.flatMap(({ title }, index) =>
    title.startsWith('New footer')
      ? [together({ index, batch: `footer ${cycle}` })]
      : [],
  );
}
