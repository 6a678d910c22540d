/** Zone that ShopKart lives in: its days, its months and its stories. */
export const SHOP_ZONE = 'Europe/Warsaw';

export const SECONDS_PER_MINUTE = 60;
export const MINUTES_PER_HOUR = 60;
export const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

/** How far back the demo world remembers, as a Prometheus with that retention. */
export const RETENTION_DAYS = 60;
