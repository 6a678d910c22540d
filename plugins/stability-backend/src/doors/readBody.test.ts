import express from 'express';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import request from 'supertest';
import { BODY_BYTES, HEAD_BYTES, readBody } from './readBody';

describe('readBody', () => {
  it('does not wait for who sends a byte now and then', async () => {
    const app = express();
    app.post('/', async (incoming, response) => {
      await expect(
        readBody({
          request: incoming,
          response,
          hold: () => true,
          keepsHead: true,
          patienceMs: 50,
        }),
      ).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: 'The body did not arrive within 0.05 seconds',
      });
      response.status(503).end('late');
    });
    const server = app.listen(0);
    const { port } = server.address() as AddressInfo;

    const answer = await new Promise<string>((resolve, reject) => {
      let heard = '';
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(
          'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n1',
        ),
      );
      socket.on('data', data => {
        heard += String(data);
      });
      socket.on('error', reject);
      // the door ends it, not the sender
      socket.on('close', () => resolve(heard));
    });
    server.close();

    expect(answer).toContain('503 Service Unavailable');
    expect(answer).toContain('late');
  });

  const appWith = (
    options: Partial<Parameters<typeof readBody>[0]> = {},
  ): express.Express => {
    const app = express();
    app.post('/', (req, res) => {
      readBody({
        request: req,
        response: res,
        hold: () => true,
        keepsHead: false,
        ...options,
      }).then(
        ({ bytes, isWhole }) => res.json({ length: bytes.length, isWhole }),
        error => res.status(error.status ?? 503).json({ name: error.name }),
      );
    });
    return app;
  };
  const post = (app: express.Express, length: number) =>
    request(app)
      .post('/')
      .set('content-type', 'application/octet-stream')
      .send(Buffer.alloc(length, 1));

  it('takes as much as fits, to the byte', async () => {
    const app = appWith();
    expect((await post(app, BODY_BYTES)).body).toEqual({
      length: BODY_BYTES,
      isWhole: true,
    });
    expect((await post(app, BODY_BYTES + 1)).status).toBe(413);
    expect((await request(app).post('/')).body).toEqual({
      length: 0,
      isWhole: true,
    });
  });

  it('keeps the beginning of what is too long, once all of it was sent', async () => {
    const app = appWith({ keepsHead: true });
    for (const length of [BODY_BYTES + 1, 5 * BODY_BYTES]) {
      const response = await post(app, length);
      expect([response.status, response.body]).toEqual([
        200,
        { length: HEAD_BYTES, isWhole: false },
      ]);
    }
  });

  it('asks for room for what has arrived, and gives up without it', async () => {
    const asked: number[] = [];
    const app = appWith({
      hold: bytes => {
        asked.push(bytes);
        return bytes <= 300_000;
      },
    });
    expect((await post(app, 200_000)).status).toBe(200);
    expect(asked.at(-1)).toBe(200_000);
    expect([...asked].sort((a, b) => a - b)).toEqual(asked);
    // the sender may hear of it only by the connection's end
    const refused = await post(app, 900_000).catch(() => ({ status: 503 }));
    expect(refused.status).toBe(503);
  });

  it('notices when the sender breaks off', async () => {
    let reason: unknown;
    const app = express();
    const told = new Promise<void>(resolve => {
      app.post('/', (req, res) => {
        readBody({
          request: req,
          response: res,
          hold: () => true,
          keepsHead: false,
        }).catch(error => {
          reason = error;
          resolve();
        });
      });
    });
    const server = app.listen(0);
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n1');
      setTimeout(() => socket.destroy(), 20);
    });
    await told;
    server.close();
    expect(reason).toMatchObject({ name: 'InputError' });
  });
});
