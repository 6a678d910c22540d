import type { ServiceVolume } from '@plimsoll/plugin-cost-common';
import { addDays, type Day, startOf } from '../cost/calendar/utcDays';
import { EventStream } from '../traffic/EventStream';
import * as systems from '../world/services';

const MINUTES_OF_DAY = 1_440;

/** Requests of each service of ShopKart on some UTC days. */
export function shopVolumes(range: {
  from: Day;
  /** Exclusive. */
  to: Day;
}): ServiceVolume[] {
  return Object.values(systems)
    .flat()
    .flatMap(({ service, requests }) => {
      if (!requests) {
        return [];
      }
      const stream = EventStream.create({ name: service, facts: requests });
      const volumes: ServiceVolume[] = [];
      for (let day = range.from; day < range.to; day = addDays(day, 1)) {
        const first = startOf(day) / 60_000;
        let volume = 0;
        for (let minute = 0; minute < MINUTES_OF_DAY; minute += 1) {
          volume += stream.total(first + minute);
        }
        const entityRef = `component:default/${service}`;
        volumes.push({ entityRef, day, volume });
      }
      return volumes;
    });
}
