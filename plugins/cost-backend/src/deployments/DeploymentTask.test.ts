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
      const task = DeploymentTask.create({
        client,
        stability: { listDeployments } as never,
        auth: mockServices.auth(),
        logger: mockServices.logger.mock(),
        now: () => NOON,
      });
      const { signal } = new AbortController();
      const shown = () =>
        readDeployments({
          client,
          entityRefs: [CART],
          from: '2026-11-01',
          to: '2026-12-01',
        });

      await task.run({ signal });

      await expect(shown()).resolves.toEqual([
        { id: 'v2', version: 'v2', finishedAt: '2026-11-14T10:00:00.000Z' },
        { id: 'v3', version: 'v3', finishedAt: '2026-11-16T10:00:00.000Z' },
      ]);
      expect(listDeployments.mock.calls[0][0]).toMatchObject({
        environment: 'production',
        from: '2026-07-21T12:00:00.000Z',
        limit: 100,
      });

      pages = [[deployment('v3b')]];
      await task.run({ signal });
      expect(listDeployments.mock.lastCall?.[0]).toMatchObject({
        from: '2026-11-11T12:00:00.000Z',
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
    });

    await expect(
      task.run({ signal: new AbortController().signal }),
    ).resolves.toBe(0);

    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining('it is asked again'),
    );
  });
});
