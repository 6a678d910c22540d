import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scraped, type ServiceModel } from './Counters';

const DAY = 86_400;

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

/**
 * Writes history for `promtool tsdb create-blocks-from openmetrics`, a file a
 * day: promtool reads a whole file again for every two hours that it holds.
 *
 * @returns the files, oldest first
 */
export async function writeHistory(
  directory: string,
  services: ServiceModel[],
  options: { from: number; to: number; since: number; scrapeSeconds: number },
): Promise<string[]> {
  const { to, since, scrapeSeconds } = options;
  const files: string[] = [];
  for (let start = options.from; start < to; ) {
    const end = Math.min(to, (Math.floor(start / DAY) + 1) * DAY);
    const lines = ['# TYPE http_requests counter\n'];
    for (let at = start; at < end; at += scrapeSeconds) {
      lines.push(scrapeLines(services, { at, since, timestamps: true }));
    }
    const file = join(directory, `history-${start}.txt`);
    await writeFile(file, `${lines.join('')}# EOF\n`);
    files.push(file);
    start = end;
  }
  return files;
}
