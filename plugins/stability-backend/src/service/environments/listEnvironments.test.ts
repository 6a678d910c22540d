import { deployed, NOON } from '../../__testUtils__/observed';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createServiceWorld } from '../__testUtils__/serviceWorld';

const databases = createTestDatabases();
const HOUR = 3_600_000;

describe('listEnvironments', () => {
  it.each(databases.ids)(
    'says which are production, which are named and which nobody thought of, %p',
    async id => {
      const world = await createServiceWorld({ databases, id });
      const to = (environment: string, version: string, hoursAgo = 10) =>
        deployed({
          service: 'cart',
          version,
          at: NOON - hoursAgo * HOUR,
          environment,
        });
      await world.observe([
        to('Production', 'v1', 30),
        to('prod', 'v2'),
        to('stage', 'v1'),
        to('prd', 'v1', 40),
        to('prd', 'v2', 30),
        to('prd', 'v3', 20),
        { ...to('live', 'v1', 11), production: true },
        to('old', 'v1', 91 * 24),
      ]);
      await expect(
        world.stability.listEnvironments(world.caller),
      ).resolves.toEqual({
        items: [
          { name: 'prd', production: false, known: false, deployments: 3 },
          { name: 'production', production: true, known: true, deployments: 2 },
          { name: 'live', production: true, known: true, deployments: 1 },
          { name: 'staging', production: false, known: true, deployments: 1 },
        ],
        totalItems: 4,
        pageInfo: {},
      });
    },
  );
});
