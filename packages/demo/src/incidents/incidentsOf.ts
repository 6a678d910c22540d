import { hasRounding } from '../releases/checkoutReleases';
import type { Release } from '../releases/Release';
import { REDIS_RELEASE } from '../stories/redisOutage';
import { shopInstant } from '../time/shopInstant';
import type {
  AlertIncident,
  IncidentStory,
  PagedIncident,
} from './IncidentStory';
import { oddIncidents } from './oddIncidents';
import { rollbacksOf } from './rollbacksOf';

const MINUTE = 60_000;
/** Incidents that ShopKart has in a cycle, by their numbers. */
const NUMBERS = 38;

/**
 * Everything that went wrong in a cycle.
 *
 * @param releases - of the same cycle
 */
export function incidentsOf(
  cycle: number,
  releases: readonly Release[],
): IncidentStory[] {
  return [
    redisCannotRead(cycle),
    ...cardsRefused(cycle),
    ...(hasRounding(cycle) ? [roundedDown(cycle)] : []),
    ...fromRollbacks(cycle, releases),
    databaseFailover(cycle),
    flappingRestarts(cycle),
    endNeverTold(cycle),
    justAWarning(cycle),
    ...oddIncidents(cycle, NUMBERS),
  ];
}

function redisCannotRead(cycle: number): PagedIncident {
  const at = (clock: string) => shopInstant(cycle, REDIS_RELEASE.day, clock);
  return {
    kind: 'paged',
    service: 'checkout',
    number: 482 + cycle * NUMBERS,
    title: 'Redis cannot read cart entries',
    startedAt: at(REDIS_RELEASE.alert),
    acknowledgedAt: at(REDIS_RELEASE.acknowledged),
    resolvedAt: at(REDIS_RELEASE.recovered),
    assignee: 'Tomasz Bielak',
  };
}

/** On a Saturday: no release of ours has anything to do with it. */
function cardsRefused(cycle: number): IncidentStory[] {
  const at = (clock: string) => shopInstant(cycle, 19, clock);
  return [
    {
      kind: 'paged',
      service: 'checkout',
      number: 493 + cycle * NUMBERS,
      title: 'Payment provider refuses cards',
      startedAt: at('20:41:10'),
      escalatedAt: at('20:43:40'),
      acknowledgedAt: at('20:44:50'),
      resolvedAt: at('20:50:30'),
      assignee: 'Zofia Malik',
    },
    {
      kind: 'alert',
      service: 'payment',
      alert: 'PaymentProviderRefuses',
      summary: 'The payment provider refuses cards that it should take',
      severity: 'critical',
      fired: [{ from: at('20:40:30'), to: at('20:51:00') }],
    },
  ];
}

function roundedDown(cycle: number): PagedIncident {
  const at = (clock: string) => shopInstant(cycle, 31, clock);
  return {
    kind: 'paged',
    service: 'checkout',
    number: 507 + cycle * NUMBERS,
    title: 'Prices rounded down in PLN',
    startedAt: at('09:12:00'),
    acknowledgedAt: at('09:14:02'),
    resolvedAt: at('09:33:48'),
    assignee: 'Tomasz Bielak',
  };
}

/** Where a version was taken back, somebody had seen why. */
function fromRollbacks(
  cycle: number,
  releases: readonly Release[],
): IncidentStory[] {
  return rollbacksOf(releases).flatMap(({ broken, back }): IncidentStory[] => {
    switch (broken.service) {
      case 'session-api':
        return [
          {
            kind: 'paged',
            service: broken.service,
            number: 484 + cycle * NUMBERS,
            title: 'Sessions are lost after ten minutes',
            startedAt: broken.endedAt + 3 * MINUTE,
            acknowledgedAt: broken.endedAt + 4.5 * MINUTE,
            resolvedAt: back.endedAt + 1.2 * MINUTE,
            assignee: 'Maja Wrona',
          },
        ];
      case 'recommendations':
        return [
          {
            kind: 'alert',
            service: broken.service,
            alert: 'RecommendationsEmpty',
            summary: 'Every second visitor gets no recommendation',
            severity: 'critical',
            version: broken.version,
            fired: [
              {
                from: broken.endedAt + 5 * MINUTE,
                to: back.endedAt + MINUTE,
              },
            ],
          },
        ];
      default:
        return [];
    }
  });
}

/** One incident, two services, and no release. */
function databaseFailover(cycle: number): AlertIncident {
  const at = (clock: string) => shopInstant(cycle, 13, clock);
  return {
    kind: 'alert',
    service: 'order-history',
    also: 'returns-portal',
    alert: 'PostgresFailover',
    summary: 'PostgreSQL moved to its standby; orders cannot be read',
    severity: 'critical',
    fired: [{ from: at('03:20:15'), to: at('03:26:40') }],
  };
}

/** Comes and goes, and is one incident all the same. */
function flappingRestarts(cycle: number): AlertIncident {
  const start = shopInstant(cycle, 6, '22:00');
  return {
    kind: 'alert',
    service: 'image-resizer',
    alert: 'PodRestarts',
    summary: 'More than three pod restarts within an hour',
    severity: 'critical',
    fired: [0, 7, 14, 21].map(minutes => ({
      from: start + minutes * MINUTE,
      to: start + (minutes + 3) * MINUTE,
    })),
  };
}

/** Alertmanager was restarted before it could tell the end. */
function endNeverTold(cycle: number): AlertIncident {
  return {
    kind: 'alert',
    service: 'reviews',
    alert: 'ReviewsQueueStuck',
    summary: 'New reviews wait for their check',
    severity: 'critical',
    fired: [{ from: shopInstant(cycle, 20, '05:10') }],
  };
}

function justAWarning(cycle: number): AlertIncident {
  const start = shopInstant(cycle, 24, '11:00');
  return {
    kind: 'alert',
    service: 'session-api',
    alert: 'MemoryHigh',
    summary: 'Memory above 80 %',
    severity: 'warning',
    fired: [{ from: start, to: start + 25 * MINUTE }],
  };
}
