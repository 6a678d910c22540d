import type { Observation } from '@plimsoll/plugin-stability-common';
import * as fc from 'fast-check';
import { deployed, NOON, refOf } from '../__testUtils__/observed';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { canonicalJson } from './contentHash';
import { ObservationStore } from './ObservationStore';

const databases = createTestDatabases();

async function setUp(id: (typeof databases.ids)[number]) {
  const { client } = await databases.create(id);
  const store = ObservationStore.create({ now: () => NOON });
  return {
    client,
    write: (observations: Observation[]) =>
      client.transaction(trx => store.write({ observations, trx })),
    dirty: async (): Promise<string[]> => {
      const refs = await client('stability_dirty').pluck('entity_ref');
      await client('stability_dirty').delete();
      return refs.sort();
    },
    kept: async (): Promise<string[]> => {
      const rows = await client('stability_observation')
        .orderBy(['id', 'entity_ref'])
        .pluck('content');
      return rows.sort();
    },
  };
}

describe('ObservationStore', () => {
  it.each(databases.ids)(
    'marks services whose history changed, and no others, %p',
    async id => {
      const { client, write, dirty } = await setUp(id);
      const cart = deployed({ service: 'cart', version: 'v1', at: NOON });
      const pay = { ...cart, entityRef: refOf('pay') };
      await write([cart, pay, cart]);
      expect(await dirty()).toEqual([refOf('cart'), refOf('pay')]);
      expect(await client('stability_observation')).toHaveLength(2);

      await write([cart, pay]);
      expect(await dirty()).toEqual([]);

      await write([
        { ...cart, at: new Date(NOON - 1).toISOString(), title: 'older' },
        { ...pay, at: new Date(NOON + 1).toISOString(), title: 'newer' },
      ]);
      expect(await dirty()).toEqual([refOf('pay')]);
      await write([]);
      expect(await dirty()).toEqual([]);
    },
  );

  it.each(databases.ids)(
    'keeps the same whatever the order, the copies and the batches, %p',
    async id => {
      const { client, write, kept } = await setUp(id);
      const some = fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        service: fc.constantFrom('cart', 'pay'),
        minute: fc.integer({ min: 0, max: 2 }),
        title: fc.constantFrom('x', 'y', 'Z'),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(some, { minLength: 1, maxLength: 8 }),
          fc.infiniteStream(fc.nat()),
          fc.integer({ min: 1, max: 4 }),
          async (drafts, random, size) => {
            const observations = drafts.map(({ id: key, minute, ...rest }) => ({
              ...deployed({
                service: rest.service,
                version: 'v1',
                at: NOON + minute * 60_000,
              }),
              id: key,
              title: rest.title,
            }));
            const shuffled = [...observations, ...observations]
              .map(item => ({ item, key: random.next().value as number }))
              .sort((one, other) => one.key - other.key)
              .map(({ item }) => item);
            const run = async (items: Observation[], batch: number) => {
              await client('stability_observation').delete();
              for (let start = 0; start < items.length; start += batch) {
                await write(items.slice(start, start + batch));
              }
              return kept();
            };
            const whole = await run(observations, observations.length);
            expect(await run(shuffled, size)).toEqual(whole);
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it('lets writers of the same services wait in line, never in a ring', async () => {
    const postgres = databases.ids.find(id => id.startsWith('POSTGRES'));
    if (!postgres) {
      return;
    }
    const { write, client } = await setUp(postgres);
    const names = Array.from({ length: 40 }, (_, index) => `service-${index}`);
    const batch = (round: number, order: string[]) =>
      order.map(service =>
        deployed({ service, version: `v${round}`, at: NOON + round }),
      );
    await Promise.all(
      Array.from({ length: 12 }, (_, round) =>
        write(batch(round, round % 2 ? names : [...names].reverse())),
      ),
    );
    expect(await client('stability_dirty')).toHaveLength(40);
  });
});

describe('canonicalJson', () => {
  it('is the same for equal values and keeps the order of lists', () => {
    expect(canonicalJson({ b: 1, a: [{ d: 2, c: undefined }] })).toBe(
      '{"a":[{"d":2}],"b":1}',
    );
    expect(canonicalJson([2, 1, null])).toBe('[2,1,null]');
  });
});
