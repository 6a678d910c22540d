import { mockServices } from '@backstage/backend-test-utils';
import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { CATALOG_CONFLICT_TOPIC } from './conflictEvent';
import { ConflictListener } from './ConflictListener';
import { ConflictStore } from './ConflictStore';

const databases = createTestDatabases();

function event(kind = 'SLO') {
  return {
    topic: CATALOG_CONFLICT_TOPIC,
    eventPayload: {
      unprocessedEntity: { apiVersion: 'openslo/v1', kind },
      entityRef: `${kind.toLowerCase()}:default/a`,
      newLocationKey: 'file:/b.yaml',
      existingLocationKey: 'file:/a.yaml',
    },
  };
}

async function listen(store: ConflictStore) {
  const events = mockServices.events();
  const logger = mockServices.logger.mock();
  await ConflictListener.create({ store, events, logger }).start();
  return { events, logger };
}

describe('ConflictListener', () => {
  it('keeps the conflicts of OpenSLO documents, and says what to do', async () => {
    const store = ConflictStore.create({
      database: await databases.create('SQLITE_3'),
    });
    const { events, logger } = await listen(store);
    await events.publish({
      topic: CATALOG_CONFLICT_TOPIC,
      eventPayload: 'odd',
    });
    await events.publish(event('DataSource'));
    // the last one, so that nothing of the others is still to come
    await events.publish(event());
    await waitUntil('a warning', () => logger.warn.mock.calls.length > 0);

    expect(await store.all()).toEqual([
      {
        entityRef: 'slo:default/a',
        keptLocation: 'file:/a.yaml',
        ignoredLocation: 'file:/b.yaml',
        seenAt: expect.any(Number),
      },
    ]);
    expect(logger.warn.mock.calls).toEqual([
      [
        'Two documents claim slo:default/a: that of file:/a.yaml is measured, that of file:/b.yaml is not; rename one of them',
      ],
    ]);
  });

  it('never lets the catalog wait or fail, since it publishes in a transaction', async () => {
    const store = ConflictStore.create({
      database: await databases.create('SQLITE_3'),
    });
    let fail = (_: Error) => {};
    jest.spyOn(store, 'record').mockReturnValue(
      new Promise((_, reject) => {
        fail = reject;
      }),
    );
    const { events, logger } = await listen(store);
    await events.publish(event());
    expect(store.record).toHaveBeenCalledTimes(1);

    fail(new Error('database is locked'));
    await waitUntil('an error', () => logger.error.mock.calls.length > 0);
    expect(logger.error).toHaveBeenCalledWith(
      'The conflict about slo:default/a could not be kept, the next scan will find it: Error: database is locked',
    );
  });
});
