import type { Observation } from '@plimsoll/plugin-stability-common';
import * as fc from 'fast-check';
import { incident, NOON, refOf } from '../__testUtils__/observed';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { ObservationStore } from './ObservationStore';

const databases = createTestDatabases();
const MINUTE = 60_000;

function step(service: string, phase: 'triggered' | 'updated' | 'resolved') {
  const minutes = { triggered: 0, updated: 5, resolved: 30 }[phase];
  return incident({
    service,
    key: 'PGR0VU2',
    phase,
    at: NOON + minutes * MINUTE,
    startedAt: NOON,
    movable: true,
    affects: [refOf(service)],
  });
}

/** Triggered for checkout, moved to cart, and over there. */
const steps = [
  step('checkout', 'triggered'),
  step('cart', 'updated'),
  step('cart', 'resolved'),
];

async function setUp(id: (typeof databases.ids)[number]) {
  const { client } = await databases.create(id);
  const store = ObservationStore.create({ now: () => NOON });
  return {
    client,
    write: (...observations: Observation[]) =>
      client.transaction(trx => store.write({ observations, trx })),
    kept: async (): Promise<string[]> => {
      const rows = await client('stability_observation')
        .orderBy(['entity_ref', 'at'])
        .select('entity_ref', 'content');
      return rows.map(row => {
        const { phase, affects } = JSON.parse(row.content);
        return `${row.entity_ref} ${phase} of ${affects}`;
      });
    },
  };
}

const ALL = ['cart', 'checkout'].flatMap(service =>
  steps.map(({ phase, affects }) => `${refOf(service)} ${phase} of ${affects}`),
);

describe('an incident that is handed to another service', () => {
  it.each(databases.ids)(
    'is known to both, in whatever order its steps come, %s',
    async id => {
      const { client, write, kept } = await setUp(id);
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray(steps, { minLength: 3 }),
          fc.integer({ min: 1, max: 3 }),
          async (order, size) => {
            await client('stability_observation').delete();
            await client('stability_incident_service').delete();
            for (let start = 0; start < order.length; start += size) {
              await write(...order.slice(start, start + size));
            }
            expect(await kept()).toEqual(ALL);
          },
        ),
        { numRuns: 15 },
      );
    },
  );

  it.each(databases.ids)(
    'is known to both when its steps come at the same time, %s',
    async id => {
      const { write, kept } = await setUp(id);
      await Promise.all(steps.map(one => write(one)));
      expect(await kept()).toEqual(ALL);
    },
  );

  it('has the first service folded again, and nobody else', async () => {
    const { client, write } = await setUp('SQLITE_3');
    await write(steps[0], step('search', 'triggered'));
    await write({ ...step('pay', 'triggered'), incidentKey: 'pagerduty:P2' });
    await client('stability_dirty').delete();
    await write(steps[1]);
    expect(
      (await client('stability_dirty').pluck('entity_ref')).sort(),
    ).toEqual(['cart', 'checkout', 'search'].map(refOf));
  });

  it('stays where it is when its sender never moves any', async () => {
    const { write, kept } = await setUp('SQLITE_3');
    await write(...steps.map(({ movable: _, ...one }): Observation => one));
    expect(await kept()).toHaveLength(3);
  });
});
