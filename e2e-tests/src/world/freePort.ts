import { createServer } from 'node:net';

/**
 * A port of this machine that nobody listens on, below those that the system
 * hands out to others in the meantime.
 */
export async function freePort(): Promise<number> {
  let reason = '';
  for (let tries = 0; tries < 100; tries += 1) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const server = createServer();
    const fault = await new Promise<Error | undefined>(resolve => {
      server.once('error', resolve);
      server.listen(port, '127.0.0.1', () => resolve(undefined));
    });
    await new Promise(resolve => server.close(resolve));
    if (!fault) {
      return port;
    }
    reason = fault.message;
  }
  throw new Error(`No port is free on 127.0.0.1: ${reason}`);
}
