import { parseEntityRef } from '@backstage/catalog-model';
import {
  type ObjectiveKey,
  stringifyObjectiveKey,
  type TimeWindow,
} from '@plimsoll/plugin-slo-common';
import { DateTime } from 'luxon';

const UNITS = {
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
} as const;

const counts = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** A count of events; fractions come from slices: "4,812", "0.5". */
export function countText(count: number): string {
  return counts.format(count);
}

/** A share of a budget: "80.2 %". */
export function shareText(share: number): string {
  return `${counts.format(share * 100)} %`;
}

/**
 * A moment: "20 Nov 2026, 13:00 Europe/Warsaw".
 *
 * @param seconds - Unix seconds
 */
export function momentText(seconds: number, timeZone: string): string {
  const moment = DateTime.fromSeconds(seconds, {
    zone: timeZone,
    locale: 'en-GB',
  });
  return `${moment.toFormat('d LLL yyyy, HH:mm')} ${timeZone}`;
}

/** A rolling window's length: "30 days". */
export function durationText({ duration }: TimeWindow): string {
  const { value, unit } = duration;
  return `${value} ${UNITS[unit]}${value === 1 ? '' : 's'}`;
}

/** A service's name: its title, or what its ref says. */
export function serviceName(entityRef: string, title?: string): string {
  return title ?? parseEntityRef(entityRef).name;
}

/** The page of an objective, on the tab of its service. */
export function objectiveLink(
  key: ObjectiveKey & { entityRef: string },
): string {
  const { kind, namespace, name } = parseEntityRef(key.entityRef);
  const path = [namespace, kind, name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/');
  const query = new URLSearchParams({ objective: stringifyObjectiveKey(key) });
  return `/catalog/${path}/slos?${query}`;
}
