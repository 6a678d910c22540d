import { mockServices } from '@backstage/backend-test-utils';
import type { Observation } from '@plimsoll/plugin-stability-common';
import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import { ServiceIndex } from '@plimsoll/service-index';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import { DatabaseIdentityResolver } from '../identity/DatabaseIdentityResolver';
import { ObservationStore } from '../observations/ObservationStore';
import { PolledSender } from '../senders/polled/PolledSender';
import type { Sender } from '../senders/Sender';
import { draftDelivery } from './__testUtils__/drafts';
import { DatabaseInbox } from './DatabaseInbox';
import { InboxWorker } from './InboxWorker';
import { type DeliveredDraft, keepApplied } from './keepApplied';
import { askToReadAgain, readAgainTask } from './readAgainTask';
import { MappingRules } from './rules/MappingRules';

const NEWSLETTER = 'component:default/newsletter';
const SEARCH = 'component:default/search';

/** Reads several happenings from one body, as Alertmanager's sender does. */
function groupSender(source: string): Sender {
  const single = PolledSender.create(source);
  return {
    source,
    keptHeaders: [],
    keyOf: delivery => single.keyOf(delivery),
    parse: delivery => {
      const drafts: ObservationDraft[] = JSON.parse(delivery.body.toString());
      return { summary: 'a group', occurredAt: 1, drafts };
    },
  };
}

describe('keepApplied', () => {
  const databases = createTestDatabases();

  async function worldOf(database: StabilityDatabase) {
    const { client } = database;
    await ServiceIndex.create({ database: { getClient: async () => client } });
    const clock = { now: Date.UTC(2026, 10, 20, 15) };
    const now = () => clock.now;
    const worker = InboxWorker.create({
      database,
      resolver: DatabaseIdentityResolver.create(),
      observations: ObservationStore.create({ now }),
      senderOf: source =>
        source === 'group' ? groupSender(source) : PolledSender.create(source),
      logger: mockServices.logger.mock(),
      now,
    });
    const task = readAgainTask({ database, onRequeued: () => {}, now });
    return {
      client,
      clock,
      worker,
      rules: MappingRules.create({ database, now }),
      inbox: DatabaseInbox.create({ database, now }),
      /** What `POST /rebuild` has done with the inbox, to its end. */
      readAgain: async () => {
        await askToReadAgain({ client, now: clock.now });
        await task.run({
          state: undefined,
          signal: new AbortController().signal,
        });
        await worker.drain();
      },
      deliveries: async () =>
        client('stability_inbox')
          .orderBy('id')
          .select('state', 'entity_refs', 'error'),
      observations: async (): Promise<string[]> =>
        (await client('stability_observation').orderBy('id'))
          .map((row): Observation => JSON.parse(row.content))
          .map(({ id, entityRef }) => `${id} ${entityRef}`),
    };
  }

  const mapTo = (entityRef: string, pattern: string) => ({
    when: [{ type: 'service' as const, pattern }],
    entityRef,
  });

  it.each(databases.ids)(
    'leaves a delivery with the service that a rule gave it, also when the rule is gone and all is read again, %s',
    async id => {
      const world = await worldOf(await databases.create(id));
      for (const key of ['one', 'two']) {
        await world.inbox.accept(draftDelivery(key, { service: 'mystery' }));
      }
      await world.worker.drain();
      const { rule } = await world.rules.add(
        mapTo(NEWSLETTER, 'mystery'),
        'user:default/maja',
      );
      await world.worker.drain();
      const applied = await world.observations();
      expect(applied).toEqual([
        `poll:one ${NEWSLETTER}`,
        `poll:two ${NEWSLETTER}`,
      ]);

      await world.rules.remove(rule.id);
      const stays = {
        state: 'done',
        entity_refs: JSON.stringify([NEWSLETTER]),
        error: expect.stringMatching(
          /^It stays with component:default\/newsletter, which it was applied to before\. No service of the catalog is known by service 'mystery'/,
        ),
      };
      for (const wiped of [false, false, true]) {
        if (wiped) {
          await world.client('stability_observation').delete();
        }
        await world.readAgain();
        expect(await world.deliveries()).toEqual([stays, stays]);
        expect(await world.observations()).toEqual(applied);
      }

      // another word moves both, in the inbox and in the facts
      await world.rules.add(mapTo(SEARCH, 'mystery'), 'user:default/maja');
      await world.readAgain();
      const moved = { ...stays, entity_refs: JSON.stringify([SEARCH]) };
      expect(await world.deliveries()).toEqual([
        { ...moved, error: null },
        { ...moved, error: null },
      ]);
      expect(await world.observations()).toEqual([
        `poll:one ${SEARCH}`,
        `poll:two ${SEARCH}`,
      ]);
    },
  );

  it.each(databases.ids)(
    'leaves each happening of one delivery with its own service, and no other, %s',
    async id => {
      const world = await worldOf(await databases.create(id));
      const happening = (name: string) => ({
        ...JSON.parse(draftDelivery(name, { service: name }).body.toString()),
        id: `group:${name}`,
      });
      await world.inbox.accept({
        ...draftDelivery('group', { source: 'group' }),
        body: Buffer.from(
          JSON.stringify(['letters', 'finder', 'nobody'].map(happening)),
        ),
      });
      const rules = [
        await world.rules.add(mapTo(NEWSLETTER, 'letters'), 'user:default/a'),
        await world.rules.add(mapTo(SEARCH, 'finder'), 'user:default/a'),
      ];
      await world.worker.drain();
      const applied = [`group:finder ${SEARCH}`, `group:letters ${NEWSLETTER}`];
      expect(await world.observations()).toEqual(applied);

      for (const { rule } of rules) {
        await world.rules.remove(rule.id);
        await world.readAgain();
        expect(await world.observations()).toEqual(applied);
        // the third still needs somebody who knows it
        expect(await world.deliveries()).toEqual([
          {
            state: 'unmatched',
            entity_refs: JSON.stringify([NEWSLETTER, SEARCH]),
            error: expect.stringContaining("service 'nobody'"),
          },
        ]);
      }
    },
  );

  it('looks at each happening of many a few times, not once for each other', async () => {
    const database = await databases.create('SQLITE_3');
    const count = 2_000;
    let looks = 0;
    const delivered = Array.from({ length: count }, (_, index) => {
      const row = {
        id: String(Math.floor(index / 2)),
        entity_refs: JSON.stringify([SEARCH]),
      };
      const one = {
        draft: { id: `group:${index}` },
        answer: { entityRefs: [] },
      } as unknown as DeliveredDraft;
      return Object.defineProperty(one, 'row', {
        get: () => {
          looks += 1;
          return row;
        },
      });
    });
    const answers = await keepApplied({ trx: database.client, delivered });
    expect(answers).toHaveLength(count);
    expect(answers.every(({ isKept }) => isKept === undefined)).toBe(true);
    expect(looks).toBeLessThan(5 * count);
  });
});
