import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { CatalogClaims, type Claims } from './CatalogClaims';

const databases = createTestDatabases();
const CLAIMS: Claims = {
  mapping: [
    { by: 'tag', value: 'cart', entityRef: 'component:default/cart' },
    {
      by: 'tag',
      key: 'team',
      value: 'shop',
      entityRef: 'component:default/cart',
    },
    { by: 'product', value: 'SES', entityRef: 'component:default/mail' },
  ],
  dependencies: [
    { resourceRef: 'resource:default/a', consumerRef: 'x', weight: 2 },
    { resourceRef: 'resource:default/a', consumerRef: 'y', key: 'requests' },
    { resourceRef: 'resource:default/b', consumerRef: 'y' },
  ],
};

describe('CatalogClaims', () => {
  it.each(databases.ids)(
    'gives back what it was told, and says only what is new, %s',
    async id => {
      const { client } = await databases.create(id);
      const claims = CatalogClaims.create({ client });
      const onChange = jest.fn(async () => {});

      await expect(
        claims.replaceAll({ claims: CLAIMS, onChange }),
      ).resolves.toEqual({ changed: true });
      const read = await claims.read();
      expect(read.mapping).toHaveLength(3);
      expect(read.mapping).toEqual(expect.arrayContaining(CLAIMS.mapping));
      expect(read.dependencies).toEqual(
        expect.arrayContaining(CLAIMS.dependencies),
      );

      const turned = {
        mapping: [...CLAIMS.mapping].reverse(),
        dependencies: [...CLAIMS.dependencies].reverse(),
      };
      await expect(
        claims.replaceAll({ claims: turned, onChange }),
      ).resolves.toEqual({ changed: false });
      expect(onChange).toHaveBeenCalledTimes(1);

      await claims.replaceAll({
        claims: { mapping: [], dependencies: [] },
        onChange,
      });
      await expect(claims.read()).resolves.toEqual({
        mapping: [],
        dependencies: [],
      });
    },
  );

  it.each(databases.ids)(
    'keeps the last claims where what follows from new ones fails, %s',
    async id => {
      const { client } = await databases.create(id);
      const claims = CatalogClaims.create({ client });
      await claims.replaceAll({ claims: CLAIMS, onChange: async () => {} });

      await expect(
        claims.replaceAll({
          claims: { mapping: [], dependencies: [] },
          onChange: async () => {
            throw new Error('gone');
          },
        }),
      ).rejects.toThrow('gone');

      expect((await claims.read()).mapping).toHaveLength(3);
    },
  );
});
