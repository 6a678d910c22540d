/**
 * One service of the e2e world as pure functions of time, so that what
 * Prometheus was told and what is true come from the same place.
 */
export interface ServiceModel {
  name: string;
  /** Events since the epoch of the world, at a Unix time in seconds. */
  total(at: number): number;
  bad(at: number): number;
  /** When the processes (and so their counters) start anew; ascending. */
  restartsEverySeconds?: number;
  /** Before this instant the error series does not exist. */
  errorsExistFrom?: number;
}

const DAY = 86_400;

/** Events of a rate that swings by 40 % over the day, as a growing count. */
function dailyCount(perSecond: number, since: number, at: number): number {
  const phase = (t: number) => (2 * Math.PI * (t % DAY)) / DAY;
  const integral = (t: number) =>
    t - (0.4 * DAY * (Math.cos(phase(t)) - 1)) / (2 * Math.PI);
  return perSecond * (integral(at) - integral(since));
}

/** How much of [from, to) lies before `at`, in seconds. */
function elapsedWithin(from: number, to: number, at: number): number {
  return Math.max(0, Math.min(at, to) - from);
}

/** The services that are known to be hard to measure. */
export function createServices(options: { since: number; now: number }) {
  const { since, now } = options;
  const incident = { from: now - 12 * DAY, to: now - 12 * DAY + 660 };
  const busy: ServiceModel = {
    name: 'busy',
    total: at => Math.floor(dailyCount(20_000, since, at)),
    bad: at =>
      Math.floor(
        dailyCount(20_000, since, at) * 0.0006 +
          6_000 * elapsedWithin(incident.from, incident.to, at),
      ),
  };
  const burning: ServiceModel = {
    name: 'burning',
    total: at => Math.floor(dailyCount(20_000, since, at)),
    // Fails at 4 % since six hours before the world was started: what was not
    // scraped yet is then far below the one percent that is tested.
    bad: at =>
      Math.floor(
        dailyCount(20_000, since, at) * 0.0001 +
          (at > now - 21_600 ? dailyCount(20_000, now - 21_600, at) * 0.04 : 0),
      ),
  };
  const quiet: ServiceModel = {
    name: 'quiet',
    total: at => Math.floor((at - since) / 97),
    bad: at => Math.floor((at - since) / (97 * 211)),
  };
  const restarting: ServiceModel = {
    name: 'restarting',
    total: at => Math.floor(dailyCount(5_000, since, at)),
    bad: at => Math.floor(dailyCount(5_000, since, at) * 0.0004),
    restartsEverySeconds: 6 * 3_600 + 420,
  };
  const errorsExistFrom = now - 9 * DAY;
  const late: ServiceModel = {
    name: 'late',
    total: at => Math.floor(dailyCount(5_000, since, at)),
    bad: at =>
      at < errorsExistFrom
        ? 0
        : 7 + Math.floor(dailyCount(5_000, errorsExistFrom, at) * 0.0015),
    errorsExistFrom,
  };
  return { busy, burning, quiet, restarting, late };
}

export type Services = ReturnType<typeof createServices>;

/** What a scrape at `at` reads: the count since the process last started. */
export function scraped(
  service: ServiceModel,
  series: 'total' | 'bad',
  options: { at: number; since: number },
): number {
  const { at, since } = options;
  const period = service.restartsEverySeconds;
  if (!period) {
    return service[series](at);
  }
  const startedAt = since + Math.floor((at - since) / period) * period;
  return service[series](at) - service[series](startedAt);
}

/**
 * The truth over [from, to). The first sample of a new series cannot be seen
 * by anyone, so it is left out, as the page says.
 */
export function truth(
  service: ServiceModel,
  options: { from: number; to: number; scrapeSeconds: number },
) {
  const { from, to, scrapeSeconds } = options;
  const total = service.total(to) - service.total(from);
  const visibleFrom =
    service.errorsExistFrom === undefined
      ? from
      : Math.max(
          from,
          Math.ceil(service.errorsExistFrom / scrapeSeconds) * scrapeSeconds,
        );
  const bad =
    visibleFrom >= to ? 0 : service.bad(to) - service.bad(visibleFrom);
  return { bad, total, ratio: total === 0 ? 0 : bad / total };
}
