import { mockServices } from '@backstage/backend-test-utils';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { DeploymentTask } from './DeploymentTask';
import { readDeployments } from './readDeployments';

const databases = createTestDatabases();
const CART = 'component:default/cart';
const NOON = Date.parse('2026-11-18T12:00:00Z');

const deployment = (id: string, more: Partial<Deployment> = {}): Deployment =>
  ({
    id,
    entityRef: CART,
    type: 'forward',
    state: 'succeeded',
    version: id,
    finishedAt: '2026-11-16T10:00:00.000Z',
    verdict: { name: 'clean' },
    ...more,
  } as Deployment);

describe('DeploymentTask', () => {
  it.each(databases.ids)(
    'keeps what went live, page by page, and forgets what is gone, %s',
    async id => {
      const { client } = await databases.create(id);
      let pages: Deployment[][] = [
        [deployment('v3'), deployment('broken', { state: 'failed' })],
        [
          deployment('again', { type: 'redeploy' }),
          deployment('running', {
            state: 'in-progress',
            finishedAt: undefined,
          }),
          deployment('v2', { finishedAt: '2026-11-14T10:00:00.000Z' }),
        ],
      ];
      const listDeployments = jest.fn(
        async ({ cursor = '0' }: { cursor?: string }) => {
          const at = Number(cursor);
          return {
            items: pages[at],
            totalItems: 0,
            pageInfo: at + 1 < pages.length ? { nextCursor: `${at + 1}` } : {},
          };
        },
      );
      let now = NOON;
      const onChange = jest.fn(async () => {});
      const task = DeploymentTask.create({
        client,
        stability: { listDeployments } as never,
        auth: mockServices.auth(),
        logger: mockServices.logger.mock(),
        now: () => now,
        onChange,
      });
      const { signal } = new AbortController();
      const shown = () =>
        readDeployments({
          client,
          entityRefs: [CART],
          from: '2026-11-01',
          to: '2026-12-01',
        });

      await expect(task.run({ signal })).resolves.toMatchObject({
        isSettled: false,
      });
      expect(onChange).toHaveBeenCalledTimes(1);

      await expect(shown()).resolves.toEqual([
        { id: 'v2', version: 'v2', finishedAt: '2026-11-14T10:00:00.000Z' },
        { id: 'v3', version: 'v3', finishedAt: '2026-11-16T10:00:00.000Z' },
      ]);
      expect(listDeployments.mock.calls[0][0]).toMatchObject({
        environment: 'production',
        from: '2026-07-21T12:00:00.000Z',
        limit: 100,
      });

      await expect(task.run({ signal })).resolves.toMatchObject({
        isSettled: true,
      });
      expect(onChange).toHaveBeenCalledTimes(1);
      now += 3_600_000;
      pages = [[deployment('v3b')]];
      await task.run({ signal });
      expect(listDeployments.mock.lastCall?.[0]).toMatchObject({
        from: '2026-11-11T13:00:00.000Z',
      });
      expect((await shown()).map(item => item.id)).toEqual(['v3b']);
    },
  );

  it('keeps what it knows where the stability plugin does not answer', async () => {
    const { client } = await databases.create('SQLITE_3');
    const logger = mockServices.logger.mock();
    const task = DeploymentTask.create({
      client,
      stability: {
        listDeployments: async () => {
          throw new Error('ECONNREFUSED');
        },
      },
      auth: mockServices.auth(),
      logger,
      now: () => NOON,
      onChange: async () => {},
    });

    await expect(
      task.run({ signal: new AbortController().signal }),
    ).resolves.toEqual({ deployments: 0, isSettled: false });

    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining('it is asked again'),
    );
  });

  it('asks again soon while the stability plugin still reads its own history', async () => {
    const { client } = await databases.create('SQLITE_3');
    const scheduler = mockServices.scheduler.mock();
    let now = NOON;
    let items: Deployment[] = [];
    const onChange = jest.fn(async () => {});
    const listDeployments = jest.fn(async () => ({
      items,
      totalItems: 0,
      pageInfo: {},
    }));
    await DeploymentTask.create({
      client,
      stability: { listDeployments } as never,
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      now: () => now,
      onChange,
    }).schedule(scheduler);
    const [{ fn }] = scheduler.scheduleTask.mock.calls[0];
    const askedAfter = async (seconds: number) => {
      now += seconds * 1_000;
      listDeployments.mockClear();
      await fn(new AbortController().signal);
      return listDeployments.mock.calls.length > 0;
    };

    await expect(askedAfter(0)).resolves.toBe(true);
    await expect(askedAfter(20)).resolves.toBe(false);
    items = [deployment('v1')];
    await expect(askedAfter(10)).resolves.toBe(true);
    expect(onChange).toHaveBeenCalledTimes(1);
    await expect(askedAfter(30)).resolves.toBe(true);
    // as many as before: that was all
    await expect(askedAfter(30)).resolves.toBe(false);
    await expect(askedAfter(570)).resolves.toBe(true);
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});
