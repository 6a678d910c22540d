import type { Entity } from '@backstage/catalog-model';
import { repositoryOf } from './repositoryOf';

const entityWith = (metadata: object) =>
  ({ metadata: { name: 'gift-cards', ...metadata } } as Entity);

describe('repositoryOf', () => {
  it('names the repository and its files', () => {
    const { name, url, fileUrl } = repositoryOf(
      entityWith({
        annotations: {
          'backstage.io/source-location':
            'url:https://git.example/shop/gift-cards/src/branch/main/',
        },
        links: [
          { title: 'Repository', url: 'https://git.example/shop/gift-cards' },
        ],
      }),
    );
    expect(name).toBe('shop/gift-cards');
    expect(url).toBe('https://git.example/shop/gift-cards');
    expect(fileUrl('ci/README.md')).toBe(
      'https://git.example/shop/gift-cards/src/branch/main/ci/README.md',
    );
  });

  it.each(['data:text/html,x', 'file:///etc/hosts', 'no address', ''])(
    'links nothing that is not of the web: %p',
    address => {
      const { name, url, fileUrl } = repositoryOf(
        entityWith({
          annotations: { 'backstage.io/source-location': `url:${address}` },
          links: [{ title: 'Repository', url: address }],
        }),
      );
      expect([name, url, fileUrl('x')]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    },
  );

  it('names a repository whose address has a lone percent sign', () => {
    const links = [{ title: 'Repository', url: 'https://git.example/a/50%' }];
    expect(repositoryOf(entityWith({ links })).name).toBe('a/50%');
  });
});
