import express from 'express';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import request from 'supertest';
import { announcedBytes, BODY_BYTES, readBody } from './readBody';

describe('readBody', () => {
  it('does not wait for who sends a byte now and then', async () => {
    const app = express();
    app.post('/', async (incoming, response) => {
      await expect(
        readBody({ request: incoming, response, patienceMs: 50 }),
      ).rejects.toThrow('The body did not arrive within 0.05 seconds');
      response.status(400).end('late');
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

    expect(answer).toContain('400 Bad Request');
    expect(answer).toContain('late');
  });

  it('takes as much as fits, to the byte', async () => {
    const app = express();
    app.post('/', (req, res, next) => {
      readBody({ request: req, response: res }).then(
        body => res.json({ length: body.length }),
        next,
      );
    });
    const post = (length: number) =>
      request(app)
        .post('/')
        .set('content-type', 'application/octet-stream')
        .send(Buffer.alloc(length, 1));

    expect((await post(BODY_BYTES)).body).toEqual({ length: BODY_BYTES });
    expect((await post(BODY_BYTES + 1)).status).toBe(413);
    expect((await request(app).post('/')).body).toEqual({ length: 0 });
  });

  it('expects the most of who does not say how much comes', () => {
    const announced = (headers: Record<string, string>) =>
      announcedBytes({ headers } as never);

    expect(announced({ 'content-length': '12' })).toBe(12);
    expect(announced({ 'content-length': '99999999999' })).toBe(BODY_BYTES);
    expect(announced({ 'content-length': 'x' })).toBe(BODY_BYTES);
    expect(announced({})).toBe(BODY_BYTES);
  });
});
