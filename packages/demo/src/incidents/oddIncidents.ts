import { shopInstant } from '../time/shopInstant';
import type { PagedIncident } from './IncidentStory';

/**
 * What people do with incidents at PagerDuty: two that are one, one that was
 * not over, and one that was another service's. On Sundays, when no release
 * could be to blame.
 *
 * @param numbers - incidents that ShopKart has in a cycle
 */
export function oddIncidents(cycle: number, numbers: number): PagedIncident[] {
  const number = (place: number) => place + cycle * numbers;
  const on = (day: number) => (clock: string) => shopInstant(cycle, day, clock);
  const third = on(20);
  const slow: PagedIncident = {
    kind: 'paged',
    service: 'storefront',
    number: number(494),
    title: 'Pages load slowly',
    startedAt: third('11:02:10'),
    acknowledgedAt: third('11:04:30'),
    resolvedAt: third('11:21:00'),
    assignee: 'Zofia Malik',
  };
  const second = on(13);
  const fourth = on(27);
  return [
    slow,
    {
      ...slow,
      number: number(495),
      title: 'Time to first byte above 2 s',
      startedAt: third('11:03:40'),
      acknowledgedAt: third('11:04:50'),
      resolvedAt: third('11:05:20'),
      mergedInto: slow,
    },
    {
      kind: 'paged',
      service: 'cart',
      number: number(488),
      title: 'Carts are not saved',
      startedAt: second('15:40:00'),
      acknowledgedAt: second('15:42:15'),
      resolvedAt: second('15:51:00'),
      reopened: { at: second('16:12:30'), resolvedAt: second('16:20:45') },
      assignee: 'Tomasz Bielak',
    },
    {
      kind: 'paged',
      service: 'storefront',
      number: number(502),
      title: 'Customers cannot sign in',
      startedAt: fourth('09:15:00'),
      acknowledgedAt: fourth('09:17:20'),
      movedTo: { service: 'session-api', at: fourth('09:21:00') },
      resolvedAt: fourth('09:33:10'),
      assignee: 'Maja Wrona',
    },
  ];
}
