import { CYCLE_MINUTES, cycleMoment, cyclePosition } from '../../time/cycle';
import { shopMinute } from '../../time/shopMinute';
import { coldImageCacheReleases } from '../../stories/releases';
import { startOf, type Day } from '../calendar/utcDays';
import type { ServiceCosts } from '../figures/serviceCosts';

/** What a service spends more than usual while something lasts. */
interface CostStory {
  service: string;
  on: keyof Pick<ServiceCosts, 'compute' | 'transfer' | 'logs'>;
  /** US dollars a day. */
  dollars: number;
  /** Moments of the cycle; it may go on into the next one. */
  from: number;
  to: number;
}

const [coldCache, warmCache] = coldImageCacheReleases;

const STORIES: readonly CostStory[] = [
  {
    // v2.31.2 reads each cart entry twice, to compare
    service: 'checkout',
    on: 'compute',
    dollars: 1.81,
    from: cycleMoment(10, '15:07'),
    to: cycleMoment(30, '10:05'),
  },
  {
    // v2.30.0 asks for addresses only once
    service: 'checkout',
    on: 'compute',
    dollars: 0.43,
    from: cycleMoment(30, '10:05'),
    to: CYCLE_MINUTES + cycleMoment(3, '10:00'),
  },
  {
    // pictures come from the bucket while their cache is cold
    service: 'product-listing',
    on: 'transfer',
    dollars: 13,
    from: cycleMoment(coldCache.day, coldCache.clock),
    to: cycleMoment(warmCache.day, warmCache.clock),
  },
  {
    // somebody left the log level at debug
    service: 'image-resizer',
    on: 'logs',
    dollars: 4.6,
    from: cycleMoment(11, '16:00'),
    to: cycleMoment(13, '10:00'),
  },
  {
    // a new index is built
    service: 'search',
    on: 'compute',
    dollars: 2.4,
    from: cycleMoment(22, '06:00'),
    to: cycleMoment(30, '06:00'),
  },
];

/** US dollars that a service spends more than usual on a UTC day. */
export function extraDollars(options: {
  service: string;
  on: CostStory['on'];
  day: Day;
}): number {
  const { service, on, day } = options;
  let dollars = 0;
  for (const story of STORIES) {
    if (story.service === service && story.on === on) {
      dollars += story.dollars * shareOfDay(story, day);
    }
  }
  return dollars;
}

/** The most that a story of a service adds to a day, US dollars. */
export function mostExtraDollars(service: string, on: CostStory['on']): number {
  return Math.max(
    0,
    ...STORIES.filter(
      story => story.service === service && story.on === on,
    ).map(({ dollars }) => dollars),
  );
}

/** How much of a day a story lasts, by quarters of an hour, 0..1. */
function shareOfDay({ from, to }: CostStory, day: Day): number {
  const first = startOf(day) / 60_000;
  let inside = 0;
  for (let quarter = 0; quarter < 96; quarter += 1) {
    const position = cyclePosition(shopMinute(first + quarter * 15));
    const isInside =
      (position >= from && position < to) || position + CYCLE_MINUTES < to;
    inside += isInside ? 1 : 0;
  }
  return inside / 96;
}
