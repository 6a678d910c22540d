import { createServer } from 'node:http';
import { onStop } from '../process/stopping.mjs';

/**
 * Lets the tests, which run in another process, stop and start the API server
 * and read its figures: POST /stop, POST /start, GET /metrics.
 *
 * @param {import('./ApiServer.mjs').ApiServer} apiServer
 * @returns {Promise<string>} the address, on the loopback interface
 */
export async function serveControls(apiServer) {
  const controls = {
    'POST /stop': () => apiServer.stop(),
    'POST /start': () => apiServer.start(),
    'GET /metrics': () => apiServer.metrics(),
  };
  const server = createServer(async (request, response) => {
    const control = controls[`${request.method} ${request.url}`];
    try {
      const answer = await control?.();
      response.writeHead(control ? 200 : 404).end(answer);
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  onStop(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}
