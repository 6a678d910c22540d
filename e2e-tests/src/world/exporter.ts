import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServiceModel } from './Counters';
import { scrapeLines } from './scrapeLines';

/** Goes on where history ends: the same counters, read now. */
export async function startExporter(
  services: ServiceModel[],
  options: { since: number },
) {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    response.end(
      `# TYPE http_requests_total counter\n${scrapeLines(services, {
        at: Date.now() / 1_000,
        since: options.since,
      })}`,
    );
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}
