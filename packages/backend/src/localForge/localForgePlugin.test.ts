import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createServer } from 'node:net';
import localForge from '.';

describe('localForgePlugin', () => {
  const directory = createMockDirectory();

  it('runs the forge while the portal runs, and keeps what is in it', async () => {
    const port = await freePort();
    const start = () =>
      startTestBackend({
        features: [
          localForge,
          mockServices.rootConfig.factory({
            data: {
              localForge: {
                directory: directory.path,
                // variables of the environment are texts
                port: String(port),
                username: 'plimsoll',
                password: 'only-here',
              },
            },
          }),
        ],
      });
    const api = `http://localhost:${port}/api/v1`;
    const make = (password: string) =>
      fetch(`${api}/orgs/shopkart/repos`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${btoa(`plimsoll:${password}`)}`,
        },
        body: JSON.stringify({ name: 'gift-cards' }),
      });
    const repository = `${api}/repos/shopkart/gift-cards`;

    const first = await start();
    expect((await make('another')).status).toBe(401);
    expect((await make('only-here')).status).toBe(201);
    await first.stop();
    await expect(fetch(repository)).rejects.toThrow('fetch failed');

    const second = await start();
    expect((await fetch(repository)).status).toBe(200);
    await second.stop();
  });
});

function freePort(): Promise<number> {
  return new Promise(done => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port ?? 0 : 0;
      server.close(() => done(port));
    });
  });
}
