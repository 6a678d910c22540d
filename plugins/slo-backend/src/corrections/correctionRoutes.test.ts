import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { eventually, startSloBackend } from '../__testUtils__/startSloBackend';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';

const databases = createTestDatabases();
const DAY = 86_400_000;
const PATH = '/api/slo/corrections';
const KEY = '/api/slo/objectives/default/cart-slo/requests-served';

async function start(id: (typeof databases.ids)[number]) {
  const knex = await (await databases.service(id)).getClient();
  const { server } = await startSloBackend({
    entities: [
      componentEntity({ name: 'cart', owner: 'group:default/shop' }),
      sloEntity({ name: 'cart-slo', service: 'cart' }),
    ],
    source: FakeMetricsSource.create({
      series: () => ({ bad: 0.005, total: 1 }),
    }),
    knex,
  });
  const post = (path: string, body: object) =>
    request(server).post(path).send(body);
  return { server, post };
}

describe('/corrections', () => {
  it.each(databases.ids)(
    'change what pages show, and are taken back, over HTTP, %p',
    async id => {
      const { server, post } = await start(id);
      await eventually(server, KEY, ({ body }) => body.budget?.total > 0);
      const from = new Date(Date.now() - 2 * DAY).toISOString();
      const to = new Date(Date.now() - DAY).toISOString();
      const { status, body } = await post(PATH, {
        entityRef: 'component:default/cart',
        from,
        to,
        reason: 'Planned move of the database',
      });
      expect([status, body.createdBy]).toEqual([201, 'user:default/mock']);
      expect(Date.parse(body.from) % 900_000).toBe(0);

      const corrected = await eventually(
        server,
        KEY,
        response => response.body.corrections?.excludedSeconds > 0,
      );
      expect(corrected.body.corrections.rawBudget.total).toBeGreaterThan(
        corrected.body.budget.total,
      );
      const listed = await request(server).get(
        `${PATH}?entityRef=component:default/cart`,
      );
      expect(listed.body).toMatchObject({ totalItems: 1, mayCorrect: true });

      await post(`${PATH}/${body.id}/undo`, {
        reason: 'It was us after all',
      }).expect(200);
      await eventually(server, KEY, response => !response.body.corrections);
    },
  );

  it('take JSON of somebody who is signed in, and name what is wrong', async () => {
    const { server, post } = await start('SQLITE_3');
    const good = {
      entityRef: 'component:default/cart',
      from: '2026-11-20T10:00:00Z',
      to: '2026-11-20T11:00:00Z',
      reason: 'Planned move of the database',
    };
    for (const [wrong, field] of [
      [{ from: 'soon' }, 'from'],
      [{ to: undefined }, 'to'],
      [{ reason: 'short' }, 'reason'],
      [{ reason: 'x'.repeat(501) }, 'reason'],
      [{ entityRef: 'cart' }, 'entityRef'],
      [{ objective: { ref: 'slo:default/cart-slo' } }, 'objective'],
      [{ author: 'somebody else' }, 'additional'],
    ] as const) {
      const { status, body } = await post(PATH, { ...good, ...wrong });
      expect([status, body.error.message]).toEqual([
        400,
        expect.stringContaining(field),
      ]);
    }
    await post(`${PATH}/1/undo`, {}).expect(400);
    await post(`${PATH}/one/undo`, { reason: good.reason }).expect(400);
    await post(`${PATH}/7/undo`, { reason: good.reason }).expect(404);
    const text = await request(server)
      .post(PATH)
      .set('Content-Type', 'text/plain')
      .send(JSON.stringify(good));
    expect(text.status).toBeGreaterThanOrEqual(400);
    expect(text.text).toContain('unsupported media type');
    await post(PATH, good)
      .set('Authorization', mockCredentials.none.header())
      .expect(401);
    const { body } = await request(server).get(PATH);
    expect(body.totalItems).toBe(0);
  });
});
