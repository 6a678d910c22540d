import { mockServices } from '@backstage/backend-test-utils';
import { CatalogFollower, type FollowResult } from './CatalogFollower';

/** How long each pause of the follower was to be. */
const pauses: unknown[][] = [];
jest.mock('node:timers/promises', () => {
  const actual = jest.requireActual('node:timers/promises');
  return {
    ...actual,
    setTimeout: (...pause: unknown[]) => {
      pauses.push(pause);
      return actual.setTimeout(...pause);
    },
  };
});
beforeEach(() => {
  pauses.length = 0;
});

function setUp(follow: () => Promise<FollowResult>) {
  const lifecycle = mockServices.lifecycle.mock();
  const scheduler = mockServices.scheduler.mock();
  const follower = CatalogFollower.create({
    id: 'follow-test',
    follow,
    lifecycle,
    scheduler,
    logger: mockServices.logger.mock(),
  });
  return { follower, lifecycle, scheduler };
}

describe('CatalogFollower', () => {
  it('leaves the usual pace to the scheduler, one replica at a time', async () => {
    const follow = jest.fn(async () => ({ found: 1, changed: false }));
    const { follower, scheduler } = setUp(follow);
    await follower.start();

    expect(scheduler.scheduleTask).toHaveBeenCalledWith(
      expect.objectContaining({
        id: 'follow-test',
        scope: 'global',
        frequency: { seconds: 60 },
      }),
    );
    expect(follow).not.toHaveBeenCalled();

    const { signal } = new AbortController();
    await scheduler.scheduleTask.mock.calls[0][0].fn(signal);
    expect(follow).toHaveBeenCalledWith({ signal });
  });

  it('starts with the backend and does not hold it up', async () => {
    const follow = jest.fn(() => new Promise<FollowResult>(() => {}));
    const { follower, lifecycle } = setUp(follow);
    await follower.start();

    expect(lifecycle.addStartupHook.mock.calls[0][0]()).toBeUndefined();
    expect(follow).toHaveBeenCalledTimes(1);
  });

  it('lets a failing scheduled pass be seen by the scheduler', async () => {
    const { follower, scheduler } = setUp(async () => {
      throw new Error('down');
    });
    await follower.start();
    await expect(
      scheduler.scheduleTask.mock.calls[0][0].fn(new AbortController().signal),
    ).rejects.toThrow('down');
  });
});

describe('CatalogFollower, at the start', () => {
  it('tries again soon until it succeeds, then until nothing is new', async () => {
    const results: Array<FollowResult | Error> = [
      new Error('ECONNREFUSED'),
      { found: 3, changed: false },
      new Error('one too many'),
    ];
    const follow = jest.fn(async () => {
      const next = results.shift();
      if (!next || next instanceof Error) {
        throw next ?? new Error('called too often');
      }
      return next;
    });
    const { follower } = setUp(follow);

    await follower.settle();
    expect(follow).toHaveBeenCalledTimes(2);
    expect(pauses.map(([milliseconds]) => milliseconds)).toEqual([500]);
  });

  it('goes on while the catalog is empty, and ends with the backend', async () => {
    const follow = jest.fn(async () => ({ found: 0, changed: false }));
    const { follower, lifecycle } = setUp(follow);
    await follower.start();
    const settled = follower.settle();
    await new Promise(resolve => setTimeout(resolve, 20));
    lifecycle.addShutdownHook.mock.calls[0][0]();

    await settled;
    expect(follow).toHaveBeenCalledTimes(1);
  });
});
