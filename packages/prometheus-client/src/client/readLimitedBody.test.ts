import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readLimitedBody } from './readLimitedBody';

/** A server that hands each response over, and its address. */
async function serving(respond: (response: ServerResponse) => void) {
  const server = createServer((_, response) => respond(response));
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}` };
}

describe('readLimitedBody', () => {
  it('reads an answer up to the limit', async () => {
    expect(await readLimitedBody(new Response('naïve'), 6)).toBe('naïve');
    expect(await readLimitedBody(new Response(null), 6)).toBe('');
    await expect(readLimitedBody(new Response('naïve'), 5)).rejects.toThrow(
      'larger than 5 bytes',
    );
  });

  it('pitfall 14: stops an answer that does not end', async () => {
    let whenClosed = (_: string) => {};
    const closed = new Promise<string>(resolve => {
      whenClosed = resolve;
    });
    const { server, url } = await serving(response => {
      const timer = setInterval(() => response.write('x'.repeat(1_000)), 1);
      response.on('close', () => {
        clearInterval(timer);
        whenClosed('closed');
      });
    });
    await expect(
      readLimitedBody(await fetch(url), 5_000),
    ).rejects.toMatchObject({ name: 'QueryTooLargeError' });
    expect(await closed).toBe('closed');
    await new Promise(resolve => server.close(resolve));
  });
});
