import { repositoryOfEntity } from './repositoryOfEntity';
import { repositoryOfUrl } from './repositoryOfUrl';

const entityWith = (annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', annotations },
});

describe('repositoryOfUrl', () => {
  it.each([
    [
      'https://github.com/shop/checkout',
      { host: 'github.com', owner: 'shop', repo: 'checkout', folder: '' },
    ],
    [
      'https://github.com/shop/all.git/tree/main/services/checkout/',
      {
        host: 'github.com',
        owner: 'shop',
        repo: 'all',
        branch: 'main',
        folder: 'services/checkout',
      },
    ],
    [
      'https://gitlab.example:8443/shop/eu/checkout/-/blob/v1/catalog-info.yaml',
      {
        host: 'gitlab.example:8443',
        owner: 'shop/eu',
        repo: 'checkout',
        branch: 'v1',
        folder: 'catalog-info.yaml',
      },
    ],
    [
      'http://localhost:7155/acme/ship-api/src/branch/main/',
      {
        host: 'localhost:7155',
        owner: 'acme',
        repo: 'ship-api',
        branch: 'main',
        folder: '',
      },
    ],
    [
      'https://github.com/shop/all/tree/release%2F1/a%20b/c',
      {
        host: 'github.com',
        owner: 'shop',
        repo: 'all',
        branch: 'release/1',
        folder: 'a b/c',
      },
    ],
    // what leads elsewhere, or cannot be read
    ['https://github.com/shop/all/tree/main/a%2F..%2F..%2Fb', undefined],
    ['https://github.com/shop/all/tree/main/%zz', undefined],
    ['https://github.com/shop/%zz', undefined],
    ['https://github.com/shop/all/tree/%zz/a', undefined],
    ['https://github.com/shop', undefined],
    ['file:///etc/passwd', undefined],
    ['checkout', undefined],
  ])('reads %s', (url, repository) => {
    expect(repositoryOfUrl(url)).toEqual(repository);
  });
});

describe('repositoryOfEntity', () => {
  it('believes where the source is before where the entity is', () => {
    const annotations = {
      'backstage.io/managed-by-location':
        'url:https://github.com/shop/catalog/blob/main/a/catalog-info.yaml',
      'github.com/project-slug': 'shop/slug',
      'backstage.io/source-location':
        'url:https://github.com/shop/source/tree/main/',
    };
    expect(repositoryOfEntity(entityWith(annotations))?.repo).toBe('source');
    const { 'backstage.io/source-location': _, ...slug } = annotations;
    expect(repositoryOfEntity(entityWith(slug))).toMatchObject({
      host: 'github.com',
      repo: 'slug',
    });
    const { 'github.com/project-slug': __, ...managed } = slug;
    expect(repositoryOfEntity(entityWith(managed))).toEqual({
      host: 'github.com',
      owner: 'shop',
      repo: 'catalog',
      branch: 'main',
      folder: 'a',
    });
  });

  it('knows none of an entity that lies on a disk', () => {
    expect(
      repositoryOfEntity(
        entityWith({
          'backstage.io/source-location': 'file:/catalog/',
          'backstage.io/managed-by-location': 'file:/catalog/a.yaml',
        }),
      ),
    ).toBeUndefined();
    expect(repositoryOfEntity(entityWith({}))).toBeUndefined();
  });
});
