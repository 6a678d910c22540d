import { countTurns } from './__testUtils__/countTurns';
import { foundObjective } from './__testUtils__/foundObjective';
import { matchServices } from './matchServices';

const CONFIG = {
  origins: ['sloth' as const],
  namespace: 'default',
  services: [],
  identityLabels: [],
  removeAfterMs: 1,
};
const found = ['cart', 'ghost', 'cart'].map((name, index) =>
  foundObjective({ id: `${name}-${index}`, labels: { sloth_service: name } }),
);

function setUp() {
  const getServices = jest.fn(
    async (_: string[]) =>
      new Map([
        [
          'component:default/cart',
          {
            entityRef: 'component:default/cart',
            kind: 'component',
            owners: [],
          },
        ],
      ]),
  );
  const match = () =>
    matchServices({ found, config: CONFIG, services: { getServices } });
  return { getServices, match };
}

describe('matchServices', () => {
  it('finds services by one look, and says what names none', async () => {
    const { getServices, match } = setUp();
    const { matched, refused } = await match();
    expect(matched).toEqual([
      { found: found[0], entityRef: 'component:default/cart' },
      { found: found[2], entityRef: 'component:default/cart' },
    ]);
    expect(refused).toMatchObject([{ id: 'ghost-1', code: 'unknown-service' }]);
    expect(getServices.mock.calls).toEqual([
      [['component:default/cart', 'component:default/ghost']],
    ]);
  });

  it('lets others have their turn, before and after it asks', async () => {
    expect(await countTurns(setUp().match)).toBeGreaterThanOrEqual(
      2 * found.length,
    );
  });
});
