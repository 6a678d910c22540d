import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { scraped, type ServiceModel } from './Counters';

/** Lines of one scrape: successes and failures as two series per service. */
export function scrapeLines(
  services: ServiceModel[],
  options: { at: number; since: number; timestamps: boolean },
): string {
  const { at, since, timestamps } = options;
  const suffix = timestamps ? ` ${at}` : '';
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

/** Writes history for `promtool tsdb create-blocks-from openmetrics`. */
export async function writeHistory(
  file: string,
  services: ServiceModel[],
  options: { from: number; to: number; since: number; scrapeSeconds: number },
): Promise<void> {
  const stream = createWriteStream(file);
  stream.write('# TYPE http_requests counter\n');
  for (let at = options.from; at < options.to; at += options.scrapeSeconds) {
    const lines = scrapeLines(services, {
      at,
      since: options.since,
      timestamps: true,
    });
    if (!stream.write(lines)) {
      await once(stream, 'drain');
    }
  }
  stream.end('# EOF\n');
  await once(stream, 'finish');
}
