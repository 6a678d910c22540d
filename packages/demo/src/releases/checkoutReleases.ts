import { REDIS_RELEASE } from '../stories/redisOutage';
import { shopInstant } from '../time/shopInstant';
import { makeRelease } from './makeRelease';
import type { Release } from './Release';

/** Minor versions, and pull requests, that a cycle brings. */
const MINORS = 7;
const NUMBERS = 75;
/** Before v2.0 there was v1.69. */
const MINORS_OF_V1 = 70;
/** Every third cycle prices in PLN are rounded down. */
const ROUNDING_EVERY = 3;

interface Row {
  day: number;
  clock: string;
  /** Of cycle 0. */
  minor: number;
  patch: number;
  /** Of cycle 0. */
  number: number;
  title: string;
  /** Hours. */
  lead: number;
  changes?: number;
  seconds?: number;
}

const row = (
  day: number,
  clock: string,
  version: string,
  number: number,
  title: string,
  lead: number,
  more: Pick<Row, 'changes' | 'seconds'> = {},
): Row => {
  const [minor, patch] = version.split('.').map(Number);
  return { day, clock, minor, patch, number, title, lead, ...more };
};

/** The releases of a cycle, with the versions of cycle 0. */
const ROWS: readonly Row[] = [
  row(0, '15:20', '29.1', 1824, 'Faster health check', 3.1),
  row(1, '10:20', '29.2', 1828, 'Dependency updates', 5.6),
  row(3, '10:00', '30.0', 1830, 'Address hints', 6.2, { changes: 2 }),
  row(4, '13:00', '30.1', 1835, 'New tax rounding', 2.52),
  row(7, '11:00', '30.2', 1839, 'Retry on PSP timeout', 4.25),
  row(
    REDIS_RELEASE.day,
    REDIS_RELEASE.startedAt,
    '31.0',
    1842,
    'Cart entries in MessagePack',
    4.67,
    {
      changes: 3,
      seconds: REDIS_RELEASE.seconds,
    },
  ),
  row(9, '10:41', '31.1', 1845, 'Cart entries that old pods can read', 5.3, {
    changes: 2,
  }),
  row(10, '15:07', '31.2', 1848, 'Compatibility test for cart entries', 3.03),
  row(14, '10:12', '32.0', 1852, 'Gift wrapping', 22.52),
  row(16, '11:20', '33.0', 1857, 'Recommendations in the summary', 26.17),
  row(17, '16:08', '33.1', 1860, 'Fewer calls for the summary', 1.33, {
    changes: 2,
  }),
  row(18, '10:04', '33.2', 1864, 'Time out for the summary', 2.73),
  row(21, '14:11', '33.3', 1867, 'Cache the summary', 1.87, { changes: 2 }),
  row(22, '11:02', '34.0', 1871, 'Summary without recommendations', 3.67),
  row(23, '16:20', '34.1', 1874, 'Clean up feature flags', 2.08),
  row(24, '15:30', '34.2', 1877, 'Trace calls to the PSP', 3.4),
  row(25, '10:35', '34.3', 1880, 'Translations', 4.9),
  row(28, '11:15', '35.0', 1884, 'Pick-up points', 20.1),
  row(29, '14:30', '35.1', 1887, 'Opening hours of pick-up points', 2.6),
  row(30, '10:05', '35.2', 1890, 'Smaller container image', 6.8),
  row(30, '15:55', '35.3', 1893, 'Index for the slow query', 2.2),
  row(31, '09:06', '36.0', 1897, 'One rounding for all currencies', 4.1, {
    seconds: 228,
  }),
];

/** What checkout released in a cycle, with what went wrong. */
export function checkoutReleases(cycle: number): Release[] {
  const releases = ROWS.map((entry, index) =>
    releaseOf(
      entry,
      cycle,
      ROWS[index - 1]?.number ?? ROWS[ROWS.length - 1].number - NUMBERS,
    ),
  );
  const named = (version: string) => {
    const [minor, patch] = version.split('.').map(Number);
    const name = versionOf({ minor, patch }, cycle);
    const found = releases.find(release => release.version === name);
    if (!found) {
      throw new Error(`Checkout never released ${name}`);
    }
    return found;
  };
  const canary = named('30.1');
  canary.badEnd = {
    kind: 'aborted',
    traffic: 0.1,
    reason: 'Canary stopped at 10 %: errors over 1 %',
  };
  const back = [
    backTo(
      named('30.2'),
      shopInstant(cycle, REDIS_RELEASE.day, REDIS_RELEASE.rollback),
      REDIS_RELEASE.rollbackSeconds,
    ),
    certificate(named('32.0'), shopInstant(cycle, 15, '02:30')),
  ];
  if (hasRounding(cycle)) {
    back.push(backTo(named('35.3'), shopInstant(cycle, 31, '09:31:36'), 124));
  }
  return [...releases, ...back].sort(
    (one, other) => one.startedAt - other.startedAt,
  );
}

/** Whether this is a cycle in which prices in PLN are rounded down. */
export function hasRounding(cycle: number): boolean {
  return (
    (((cycle + 2) % ROUNDING_EVERY) + ROUNDING_EVERY) % ROUNDING_EVERY === 0
  );
}

function releaseOf(entry: Row, cycle: number, numberBefore: number): Release {
  const { day, clock, number, title, lead, changes, seconds } = entry;
  return makeRelease({
    service: 'checkout',
    version: versionOf(entry, cycle),
    startedAt: shopInstant(cycle, day, clock),
    number: number + cycle * NUMBERS,
    title,
    leadHours: lead,
    changes,
    atMost: Math.min(5, number - numberBefore),
    seconds,
  });
}

function versionOf(entry: Pick<Row, 'minor' | 'patch'>, cycle: number): string {
  const minor = entry.minor + cycle * MINORS;
  return minor < 0
    ? `v1.${MINORS_OF_V1 + minor}.${entry.patch}`
    : `v2.${minor}.${entry.patch}`;
}

function backTo(target: Release, startedAt: number, seconds: number): Release {
  return {
    ...target,
    changes: [],
    rollback: true,
    startedAt,
    endedAt: startedAt + seconds * 1000,
  };
}

/** The same version again, so that pods read their new certificate. */
function certificate(target: Release, startedAt: number): Release {
  return {
    ...target,
    changes: [],
    title: 'New certificate',
    startedAt,
    endedAt: startedAt + 95_000,
  };
}
