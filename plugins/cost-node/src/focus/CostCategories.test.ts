import { ConfigReader } from '@backstage/config';
import { CostCategories } from './CostCategories';

describe('CostCategories', () => {
  it.each([
    ['Compute', 'Elastic Machines', 'compute'],
    ['Databases', 'Managed PostgreSQL', 'database'],
    ['Databases', 'ElastiCache', 'cache'],
    ['Databases', 'Cache for Redis', 'cache'],
    ['Networking', 'Load Balancing', 'network'],
    ['Storage', 'Object Storage', 'storage'],
    ['Management and Governance', 'CloudWatch', 'observability'],
    ['Management and Governance', 'Key Rotation', 'platform'],
    ['Security', 'Vault', 'platform'],
    ['Media', 'Transcoder', 'other'],
    [undefined, 'Anything', 'other'],
  ])('takes %s, %s for %s', (serviceCategory, product, category) => {
    const categories = CostCategories.create();
    expect(categories.of(product, serviceCategory)).toBe(category);
    // from memory, the same
    expect(categories.of(product, serviceCategory)).toBe(category);
  });

  it('does as app-config says, the first that matches', () => {
    const categories = CostCategories.fromConfig(
      new ConfigReader({
        cost: {
          categories: [
            { match: { product: 'Vault' }, to: 'database' },
            { match: { serviceCategory: 'Security' }, to: 'network' },
            {
              match: { product: 'Both', serviceCategory: 'Compute' },
              to: 'cache',
            },
          ],
        },
      }),
    );
    expect(categories.of('Vault', 'Security')).toBe('database');
    expect(categories.of('Firewall', 'Security')).toBe('network');
    expect(categories.of('Both', 'Compute')).toBe('cache');
    expect(categories.of('Both', 'Storage')).toBe('storage');
  });

  it.each([
    [{ match: { product: 'a' }, to: 'cloud' }],
    [{ match: { service: 'a' }, to: 'cache' }],
  ])('says what is wrong with %j', one => {
    expect(() =>
      CostCategories.fromConfig(
        new ConfigReader({ cost: { categories: [one] } }),
      ),
    ).toThrow('cost.categories[0] needs match.product or');
  });
});
