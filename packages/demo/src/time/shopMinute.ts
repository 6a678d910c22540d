import { DateTime } from 'luxon';
import { MINUTES_PER_HOUR, SHOP_ZONE } from './constants';

const { floor } = Math;

const offsetOfHour = new Map<number, number>();

/**
 * The minute that ShopKart's clocks show, counted from 1970-01-01 00:00 of
 * that clock. The hour that is repeated in October has the same minutes twice,
 * the one that is skipped in March has none.
 *
 * @param minute - Unix minutes
 */
export function shopMinute(minute: number): number {
  const hour = floor(minute / MINUTES_PER_HOUR);
  let offset = offsetOfHour.get(hour);
  if (offset === undefined) {
    offset = DateTime.fromSeconds(hour * 3600, { zone: SHOP_ZONE }).offset;
    offsetOfHour.set(hour, offset);
  }
  return minute + offset;
}
