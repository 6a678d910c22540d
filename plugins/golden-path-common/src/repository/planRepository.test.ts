import { fileUrlOf, hostOfRepoUrl, planRepository } from './planRepository';

describe('planRepository', () => {
  it.each([
    [
      'github',
      'https://github.com',
      'github.com?owner=shopkart&repo=gift-cards',
      'url:https://github.com/shopkart/gift-cards/tree/main/',
      'https://github.com/shopkart/gift-cards/blob/main/docs/runbook.md',
    ],
    [
      'gitlab',
      'https://git.shopkart.example/lab',
      'git.shopkart.example?owner=shop%2Floyalty&repo=gift-cards',
      'url:https://git.shopkart.example/lab/shop/loyalty/gift-cards/-/tree/main/',
      'https://git.shopkart.example/lab/shop/loyalty/gift-cards/-/blob/main/docs/runbook.md',
    ],
    [
      'gitea',
      'http://localhost:7155',
      'localhost:7155?owner=shopkart&repo=gift-cards',
      'url:http://localhost:7155/shopkart/gift-cards/src/branch/main/',
      'http://localhost:7155/shopkart/gift-cards/src/branch/main/docs/runbook.md',
    ],
  ] as const)(
    'writes addresses as %s does',
    (type, baseUrl, repoUrl, sourceLocation, runbook) => {
      const repository = planRepository({ repoUrl, host: { type, baseUrl } });
      expect(repository.sourceLocation).toBe(sourceLocation);
      expect(fileUrlOf(repository, 'docs/runbook.md')).toBe(runbook);
      expect(repository.host).toBe(hostOfRepoUrl(repoUrl));
      expect(repository.url).toBe(`${baseUrl}/${repository.slug}`);
    },
  );

  it.each([
    ['github.com?owner=a%2Fb&repo=c', 'groups within groups'],
    ['github.com?owner=a&repo=c.git', "'a/c.git' cannot be the name"],
    ['github.com?owner=a&repo=c..d', "'a/c..d' cannot be the name"],
    ['github.com?owner=a%2F..&repo=c', 'cannot be the name'],
    ['github.com?owner=&repo=c', 'cannot be the name'],
    ['github.com?repo=c', 'cannot be the name'],
  ])('refuses %s', (repoUrl, sentence) => {
    expect(() =>
      planRepository({
        repoUrl,
        host: { type: 'github', baseUrl: 'https://github.com' },
      }),
    ).toThrow(sentence);
  });
});
