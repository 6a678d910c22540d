import { Pace } from '@plimsoll/plugin-database';
import { askedEntity } from '@plimsoll/service-index';
import { NOON, refOf } from '../../__testUtils__/observed';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import {
  createServiceWorld,
  type ServiceWorld,
} from '../__testUtils__/serviceWorld';
import { readFacts } from './readFacts';

const databases = createTestDatabases();
const MINUTE = 60_000;
const SHOP = 'system:default/shop';

/** Gives `cart` many deployments, one every five minutes until noon. */
async function deployOften(world: ServiceWorld, number: number) {
  await world.observeStory();
  const { client } = world.database;
  const row = await client('stability_deployment')
    .where({ entity_ref: refOf('cart'), verdict: 'clean' })
    .first();
  const rows = Array.from({ length: number }, (_, index) => {
    const at = NOON - (index + 1) * 5 * MINUTE;
    const id = `copy-${String((index * 7919) % number).padStart(6, '0')}`;
    const startedAt = new Date(at - MINUTE).toISOString();
    const finishedAt = new Date(at).toISOString();
    const times = { startedAt, finishedAt };
    const content = { ...JSON.parse(row.content), id, ...times };
    return {
      ...row,
      id,
      started_at: at - MINUTE,
      finished_at: at,
      content: JSON.stringify(content),
    };
  });
  for (let start = 0; start < number; start += 1_000) {
    await client.batchInsert(
      'stability_deployment',
      rows.slice(start, start + 1_000),
      80,
    );
  }
}

/** How long work took, and how long others waited at most, milliseconds. */
async function watched(work: () => Promise<unknown>) {
  const began = performance.now();
  let last = began;
  let longestMs = 0;
  let isOver = false;
  const look = () => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    last = now;
    if (!isOver) {
      setImmediate(look);
    }
  };
  look();
  await work();
  look();
  isOver = true;
  return { wholeMs: performance.now() - began, longestMs };
}

describe('readFacts', () => {
  it.each(databases.ids)(
    'reads every fact of several pages once, %p',
    async id => {
      const world = await createServiceWorld({ databases, id });
      await deployOften(world, 620);
      const read = (minutes: number) =>
        readFacts({
          client: world.database.client,
          scope: { kind: 'all' },
          entity: askedEntity(SHOP),
          from: NOON - minutes * MINUTE,
          to: NOON,
          pace: Pace.create(),
        });
      const ids = async (minutes: number) =>
        (await read(minutes)).deployments.map(item => item.id).sort();
      const all = await ids(100 * 24 * 60);
      expect(all).toHaveLength(620 + 5);
      expect(new Set(all).size).toBe(all.length);
      // one lasts a minute: the window's first instant is still in it
      expect(await ids(5 * 500)).toHaveLength(500 + 1);
      expect((await read(100 * 24 * 60)).incidents).toHaveLength(1);
    },
  );

  it('asks for less than 50,000 facts', async () => {
    const world = await createServiceWorld({ databases, id: 'SQLITE_3' });
    await deployOften(world, 50_000);
    await expect(
      world.stability.getMetrics(
        { entityRef: SHOP, window: 180 },
        world.caller,
      ),
    ).rejects.toThrow(/More than 50000 deployments or incidents/);
  });

  it.each(databases.ids)(
    'lets others have the thread while it rolls 20,000 up, %p',
    async id => {
      const world = await createServiceWorld({ databases, id });
      await deployOften(world, 20_000);
      const request = { entityRef: SHOP, window: 90 } as const;
      for (const work of [
        () => world.stability.getMetrics(request, world.caller),
        () =>
          world.stability.explainMetric(
            { ...request, metric: 'change-failure-rate' },
            world.caller,
          ),
      ]) {
        // the machine of the tests has pauses of its own: the best of three
        const shares: number[] = [];
        for (let round = 0; round < 3; round++) {
          const { longestMs, wholeMs } = await watched(work);
          shares.push(longestMs / wholeMs);
        }
        expect(Math.min(...shares)).toBeLessThan(0.3);
      }
    },
  );
});
