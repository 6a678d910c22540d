import type { Knex } from 'knex';
import {
  insertObjectives,
  objectiveDefinition,
} from '../database/__testUtils__/insertObjectives';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { createTestLedger } from '../ledger/__testUtils__/createTestLedger';
import { measuredHash } from '../ledger/measuredHash';
import { judgeLedger } from './__testUtils__/rounds/judgeLedger';
import { ReplicaRounds } from './__testUtils__/rounds/ReplicaRounds';
import { truth } from './__testUtils__/rounds/TruthSource';

/** 2026-11-20T12:00:00Z */
const NOON = Date.UTC(2026, 10, 20, 12) / 1000;
const ROUNDS = 5;
const TIMING = { leaseSeconds: 2, tickMs: 300 };
/**
 * Some 4 s here, of the lease and the tick; `npm run bench -- replicas` has the
 * real bound, and this one many times as much for machines that are busy.
 */
const TAKEOVER_MS = 90_000;

describe('three replicas, one of which is killed in each round', () => {
  const databases = createTestDatabases();
  // SQLite has one process
  const ids = databases.ids.filter(id => id !== 'SQLITE_3');

  async function connection(id: (typeof ids)[number]): Promise<Knex.Config> {
    const client = await (await databases.service(id)).getClient();
    return { client: 'pg', connection: client.client.config.connection };
  }

  for (const id of ids) {
    it(`measure every bucket once, and take its work over, ${id}`, async () => {
      const rounds = await ReplicaRounds.start({
        knex: await connection(id),
        timing: TIMING,
        objectives: 900,
      });
      try {
        const results = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          results.push(await rounds.play());
        }

        // killed in the middle of its work, not beside it
        expect(
          results.filter(({ leftBehind }) => leftBehind > 0).length,
        ).toBeGreaterThan(0);
        for (const { takeoverMs } of results) {
          expect(takeoverMs).toBeLessThan(TAKEOVER_MS);
        }
        await expect(rounds.judge()).resolves.toEqual({
          buckets: expect.any(Number),
          missing: 0,
          countedTwice: 0,
          outdated: 0,
          wrongSums: 0,
        });
        await rounds.untilTold();
        const told = new Set(rounds.notified);
        const spent = await rounds.spent();
        const toldSpent = [...told]
          .filter(key => key.endsWith(':1'))
          .map(key => key.replace(/^slo-budget:(.*)#.*$/, '$1'));
        // each spent budget is one event, and none is missed
        expect(spent.length).toBeGreaterThan(0);
        expect(toldSpent.toSorted()).toEqual(spent.toSorted());
        // who dies or freezes while it sends is followed by one who sends the
        // same again, which replaces the first; nobody else repeats anything
        expect(rounds.notified.length - told.size).toBeLessThanOrEqual(
          2 * ROUNDS,
        );
      } finally {
        await rounds.stop();
      }
      // some 25 s here
    }, 1_200_000);
  }

  it.each(databases.ids)('are judged by each bucket, %s', async id => {
    const database = await databases.create(id);
    const [missing, twice, old, right] = await insertObjectives({
      database,
      ready: true,
      definitions: [0, 1, 2, 3].map(index =>
        objectiveDefinition({ ref: `slo:default/objective-${index}` }),
      ),
    });
    const ledger = createTestLedger({ database });
    const record = (objectiveId: number, index: number, more: number) => {
      const { bad, total } = truth(NOON, {
        ref: `slo:default/objective-${index}`,
      });
      const coveredSeconds = 300;
      return ledger.record({
        readings: [
          {
            objectiveId,
            measuredHash: measuredHash(objectiveDefinition()),
            from: NOON,
            to: NOON + 300,
            step: 300,
            inconsistent: false,
            buckets: [
              {
                start: NOON,
                seconds: 300,
                bad,
                total: total + more,
                coveredSeconds,
              },
            ],
          },
        ],
      });
    };
    await record(twice, 1, 1);
    await record(old, 2, -10);
    await record(right, 3, 0);
    await database
      .client('slo_ledger')
      .where({ objective_id: right })
      .update({ total: 1 });

    expect(missing).toBeDefined();
    await expect(
      judgeLedger({ database, from: NOON, to: NOON + 300 }),
    ).resolves.toEqual({
      buckets: 4,
      missing: 1,
      countedTwice: 1,
      outdated: 1,
      wrongSums: 1,
    });
  });
});
