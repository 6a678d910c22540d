import { mockServices } from '@backstage/backend-test-utils';
import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { CATALOG_ERRORS_TOPIC } from './refusalEvent';
import { RefusalListener } from './RefusalListener';
import { RefusalStore } from './RefusalStore';

const databases = createTestDatabases();

describe('RefusalListener', () => {
  it('keeps what concerns us, and says when it cannot', async () => {
    const store = RefusalStore.create({
      database: await databases.create('SQLITE_3'),
    });
    const events = mockServices.events();
    const logger = mockServices.logger.mock();
    await RefusalListener.create({ store, events, logger }).start();
    const tell = (entity: string) =>
      events.publish({
        topic: CATALOG_ERRORS_TOPIC,
        eventPayload: { entity, errors: [new Error('odd')] },
      });
    const refs = () =>
      store.refs({ before: Number.MAX_SAFE_INTEGER, limit: 9 });
    await tell('component:default/a');
    await tell('slo:default/a');
    await waitUntil('a refusal', async () => (await refs()).length > 0);
    expect(await refs()).toEqual(['slo:default/a']);
    expect(logger.error).not.toHaveBeenCalled();

    jest
      .spyOn(store, 'record')
      .mockRejectedValue(new Error('database is locked'));
    await tell('slo:default/b');
    await waitUntil('an error', () => logger.error.mock.calls.length > 0);
    expect(logger.error).toHaveBeenCalledWith(
      'That the catalog refuses slo:default/b could not be kept, its next round will tell it again: Error: database is locked',
    );
  });
});
