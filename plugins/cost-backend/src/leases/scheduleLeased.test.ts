import { mockServices } from '@backstage/backend-test-utils';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { type LeasedTask, scheduleLeased } from './scheduleLeased';

const databases = createTestDatabases();

async function setUp(fn: LeasedTask['fn']) {
  const { client } = await databases.create('SQLITE_3');
  const scheduler = mockServices.scheduler.mock();
  const clock = { now: 1_000_000 };
  await scheduleLeased({
    scheduler: scheduler as SchedulerService,
    client,
    id: 'cost-volumes',
    everySeconds: 600,
    now: () => clock.now,
    fn,
  });
  const [task] = scheduler.scheduleTask.mock.calls[0];
  const look = async () => task.fn(new AbortController().signal);
  return { clock, look, task };
}

describe('scheduleLeased', () => {
  it('looks on every replica, and works when it is due', async () => {
    const fn = jest.fn(async () => {});
    const { clock, look, task } = await setUp(fn);
    expect(task).toMatchObject({ id: 'cost-volumes', scope: 'local' });
    await look();
    clock.now += 599_000;
    await look();
    expect(fn).toHaveBeenCalledTimes(1);
    clock.now += 1_000;
    await look();
    expect(fn).toHaveBeenCalledTimes(2);
  });

  it('works sooner where the work asks for it', async () => {
    const fn = jest.fn(async () => 20);
    const { clock, look } = await setUp(fn);
    await look();
    clock.now += 20_000;
    await look();
    expect(fn).toHaveBeenCalledTimes(2);
  });

  it('tells of a failure, and works again in a minute', async () => {
    const fn = jest.fn(async () => {
      throw new Error('no');
    });
    const { clock, look } = await setUp(fn);
    await expect(look()).rejects.toThrow('no');
    await look();
    clock.now += 60_000;
    await expect(look()).rejects.toThrow('no');
    expect(fn).toHaveBeenCalledTimes(2);
  });
});
