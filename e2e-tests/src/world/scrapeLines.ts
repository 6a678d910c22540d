import { scraped, type ServiceModel } from './Counters';

/** Lines of one scrape: successes and failures as two series per service. */
export function scrapeLines(
  services: ServiceModel[],
  options: {
    /** Unix seconds. */
    at: number;
    since: number;
    /** Behind each value; none where the reader takes its own. */
    timestamp?: string;
  },
): string {
  const { at, since, timestamp } = options;
  const suffix = timestamp === undefined ? '' : ` ${timestamp}`;
  let text = '';
  for (const service of services) {
    const total = scraped(service, 'total', { at, since });
    const bad = scraped(service, 'bad', { at, since });
    const labels = `service="${service.name}",job="shop",instance="shop:80"`;
    text += `http_requests_total{${labels},code="200"} ${
      total - bad
    }${suffix}\n`;
    if (
      service.errorsExistFrom === undefined ||
      at >= service.errorsExistFrom
    ) {
      text += `http_requests_total{${labels},code="500"} ${bad}${suffix}\n`;
    }
  }
  return text;
}
