import { stockAnswers } from '../testUtils/stockAnswers';
import { readServiceParameters } from './readServiceParameters';
import { serviceParameters } from './serviceParameters';

const FIELDS = Object.keys(serviceParameters.shape);
const WAITING = ['availability', 'email', 'pagerdutyService', 'slackChannel'];

describe('readServiceParameters', () => {
  it('fills in what the form would', () => {
    expect(readServiceParameters(stockAnswers())).toEqual({
      ...stockAnswers(),
      tier: 2,
      lifecycle: 'experimental',
      dependsOn: [],
      availability: 99.9,
      latencyP95Ms: 500,
      latencyP99Ms: 1000,
      errorRatePercent: 1,
      pipeline: 'github',
      strategy: 'canary',
      minReplicas: 3,
      maxReplicas: 10,
      terraform: true,
      chaos: true,
    });
  });

  it('takes what was emptied for what was not answered', () => {
    const parameters = readServiceParameters({
      ...stockAnswers(),
      pagerdutyService: '',
      slackChannel: null,
      tier: undefined,
    });
    expect(parameters.pagerdutyService).toBeUndefined();
    expect(parameters.slackChannel).toBeUndefined();
    expect(parameters.tier).toBe(2);
  });

  it('leaves out what it does not know', () => {
    expect(
      readServiceParameters({ ...stockAnswers(), preview: '{{ evil }}' }),
    ).toEqual(readServiceParameters(stockAnswers()));
  });

  it.each([
    'Sells "gift" cards: 100 % of them, it\'s #1 & more',
    "- 'x': [y]",
    '中文 🎁',
    '!!python/object *a &b |',
  ])('lets a description say %s', description => {
    expect(readServiceParameters(stockAnswers({ description }))).toMatchObject({
      description,
    });
  });

  const hostile: unknown[] = [
    'a\nb: c',
    '../../etc/passwd',
    '${{ secrets.TOKEN }}',
    "{{ 'x' | dump }}",
    '{% raw %}',
    'a"; rm -rf / #\n',
    'x'.repeat(10_240),
    '\u0000',
    { toString: 'x' },
    ['a'],
    1e99,
    -1,
    Number.NaN,
  ];
  const cases = FIELDS.flatMap(field =>
    hostile
      // dots and slashes in prose harm nobody
      .filter(
        value => !(field === 'description' && value === '../../etc/passwd'),
      )
      .map(value => [field, value] as const),
  );
  it.each(cases)('refuses %s: %j by its name', (field, value) => {
    const answers: Record<string, unknown> = {
      ...stockAnswers(),
      [field]: value,
    };
    expect(() => readServiceParameters(answers)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(new RegExp(`^${field}(\\.\\d+)?: must`)),
      }),
    );
    // a sentence for people, not an echo of what was sent
    expect(() => readServiceParameters(answers)).not.toThrow(/x{20}/);
  });

  it.each([
    ['description', ' padded'],
    ['description', 'padded '],
    ['description', 'a\u2028b'],
    ['description', '\ud83c'],
    ['description', 'cost ${TOTAL}'],
    ['description', '$(id)'],
    ['name', 'Gift'],
    ['name', 'a--b'],
    ['name', 'a-'],
    ['name', 'ab'],
    ['name', 'gift-cards\n'],
    ['owner', 'loyalty'],
    ['owner', 'user:default/guest'],
    ['email', 'a@b'],
    ['email', '"a b"@c.de'],
    ['slackChannel', 'loyalty'],
    ['availability', 99.999],
    ['availability', 94.99],
    ['errorRatePercent', 0.125],
    ['latencyP95Ms', 450],
    ['minReplicas', 2.5],
    ['repoUrl', 'https://github.com/a/b'],
    ['repoUrl', 'github.com?owner=a&repo=b&repo=c'],
    ['repoUrl', 'github.com?owner=a&repo=../b'],
    ['terraform', 'true'],
  ])('refuses %s: %j', (field, value) => {
    const answers = { ...stockAnswers(), [field]: value };
    expect(() => readServiceParameters(answers)).toThrow(`${field}: must`);
  });

  it('names all fields that are wrong at once', () => {
    expect(() => readServiceParameters({ name: 'A' })).toThrow(
      /^name: .*; description: .*; owner: .*; system: .*; repoUrl: /,
    );
    expect(() => readServiceParameters('${{ parameters }}')).toThrow(
      'parameters: must be the answers of the form',
    );
  });

  it('compares fields that belong together', () => {
    expect(() =>
      readServiceParameters(
        stockAnswers({ latencyP95Ms: 1000, latencyP99Ms: 500 }),
      ),
    ).toThrow('latencyP99Ms: must be at least latencyP95Ms, 1000');
    expect(() =>
      readServiceParameters(stockAnswers({ minReplicas: 5, maxReplicas: 4 })),
    ).toThrow('maxReplicas: must be at least minReplicas, 5');
  });

  it('needs no answer where there is a default', () => {
    for (const field of WAITING) {
      expect(() =>
        readServiceParameters({ ...stockAnswers(), [field]: undefined }),
      ).not.toThrow();
    }
  });
});
