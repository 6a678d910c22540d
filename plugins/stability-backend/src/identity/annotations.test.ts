import { componentEntity } from '../__testUtils__/catalogEntities';
import { folderOf, namesOfEntity } from './annotations';

describe('folderOf', () => {
  it.each([
    ['url:https://github.com/a/b/tree/main/services/cart/', 'services/cart'],
    ['url:https://github.com/a/b/tree/main/services/Cart', 'services/cart'],
    [
      'url:https://github.com/a/b/blob/main/services/cart/catalog-info.yaml',
      'services/cart',
    ],
    ['url:https://gitlab.com/g/s/p/-/blob/main/x/catalog-info.yaml', 'x'],
    ['url:https://git.example/a/b/src/branch/main/x/y/', 'x/y'],
    ['url:https://github.com/a/b/tree/main/with%20space/', 'with space'],
    ['url:https://github.com/a/b/tree/main/100%/', '100%'],
    ['url:https://github.com/a/b/tree/main/', undefined],
    ['url:https://github.com/a/b/blob/main/catalog-info.yaml', undefined],
    ['file:/tmp/catalog-info.yaml', undefined],
    ['', undefined],
  ])('reads %p as %p', (location, folder) => {
    expect(folderOf(location)).toBe(folder);
  });
});

describe('namesOfEntity', () => {
  it('reads lists, in lower case, and prefers the source location', () => {
    const entity = componentEntity({
      name: 'cart',
      annotations: {
        'jenkins.io/job-full-name': 'main:Shop/Cart, other',
        'backstage.io/managed-by-location':
          'url:https://github.com/a/b/blob/main/catalog/cart.yaml',
        'backstage.io/source-location':
          'url:https://github.com/a/b/tree/main/services/cart/',
        'argocd/app-name': ' ',
      },
    });
    expect(
      namesOfEntity(entity, 'r').map(({ type, value }) => `${type} ${value}`),
    ).toEqual([
      'job main:shop/cart',
      'job other',
      'job shop/cart',
      'path services/cart',
    ]);
    expect(namesOfEntity(componentEntity({ name: 'x' }), 'r')).toEqual([]);
  });
});
