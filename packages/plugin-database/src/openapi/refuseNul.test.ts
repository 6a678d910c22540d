import { mockErrorHandler } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { refuseNul } from './refuseNul';

const app = express()
  .use(express.json(), refuseNul())
  .use((req, res) => res.json(req.body))
  .use(mockErrorHandler());

describe('refuseNul', () => {
  it.each(['/a%00b', '/?q=%00'])('refuses %s', async path => {
    const { text } = await request(app).get(path).expect(400);
    expect(text).toContain('NUL character');
  });

  it.each([{ a: ['x\u0000'] }, { a: { 'b\u0000': 1 } }])(
    'refuses a body of %j',
    async body => {
      const { status } = await request(app).post('/').send(body);
      expect(status).toBe(400);
    },
  );

  it('lets everything else pass', async () => {
    const body = { a: [null, 1, true, '\\u0000', '%00'] };
    const answer = await request(app).post('/?q=%2500').send(body);
    expect([answer.status, answer.body]).toEqual([200, body]);
    expect((await request(app).get('/')).status).toBe(200);
  });
});
