import { scrapeLines } from './scrapeLines';
import type { ServiceModel } from './Counters';

const DAY = 86_400;

/** What a server is told of the past: scrapes of services at an even pace. */
export interface History {
  services: ServiceModel[];
  /** Unix seconds; `to` is not part of it. */
  from: number;
  to: number;
  /** When the counters began to count, Unix seconds. */
  since: number;
  scrapeSeconds: number;
}

/**
 * Lines of samples for each UTC day of a history, oldest first.
 *
 * @param timestampOf - an instant (Unix seconds) as the server reads it
 */
export function* daysOf(
  history: History,
  timestampOf: (at: number) => string,
): Generator<string> {
  const { services, since, scrapeSeconds, to } = history;
  for (let start = history.from; start < to; ) {
    const end = Math.min(to, (Math.floor(start / DAY) + 1) * DAY);
    const lines: string[] = [];
    let at = start;
    for (; at < end; at += scrapeSeconds) {
      const timestamp = timestampOf(at);
      lines.push(scrapeLines(services, { at, since, timestamp }));
    }
    yield lines.join('');
    start = at;
  }
}
