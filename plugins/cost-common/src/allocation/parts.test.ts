import { lineOf } from '../__testUtils__/lines';
import { formatAmount } from '../money/formatAmount';
import { allocateListPrice } from './allocateListPrice';
import { conservationOf } from './conservationOf';
import { matchesCharge } from './matchesCharge';
import { resourceNames } from './resourceNames';
import { textPattern } from './textPattern';

describe('textPattern', () => {
  it.each([
    ['Amazon EC2', 'amazon ec2', true],
    ['Amazon EC2', 'amazon ec2 x', false],
    ['*', 'anything', true],
    ['*', '', false],
    ['*', undefined, false],
    ['', '', false],
    ['vol-*', 'vol-1', true],
    ['vol-*', 'my-vol-1', false],
    ['*-prod', 'db-PROD', true],
    ['a*a', 'a', false],
    ['a*b*c', 'a-b-c', true],
    ['a*b*c', 'a-c', false],
    ['a*bc*c', 'abc', false],
    ['.*', 'ab', false],
    ['(a+)+$*', '(a+)+$x', true],
  ])('%p on %p: %p', (pattern, text, matches) => {
    expect(textPattern(pattern)(text)).toBe(matches);
  });

  it('is quick on what would hang a regular expression', () => {
    const start = performance.now();
    textPattern('*a*a*a*a*a*a*a*a*b')('a'.repeat(20_000));
    // milliseconds here: a hang is told apart, however slow the machine is
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});

describe('matchesCharge', () => {
  const { key } = lineOf({
    key: {
      subAccount: '77',
      resourceId: 'vol-1',
      tags: { team: 'payments' },
    },
  });

  it.each([
    [{}, false],
    [{ product: 'Amazon EC2' }, true],
    [{ product: 'Amazon EC2', subAccount: '78' }, false],
    [{ subAccount: '77', resourceId: 'vol-*' }, true],
    [{ tag: { key: 'team', value: 'Payments' } }, true],
    [{ tag: { key: 'owner', value: '*' } }, false],
    [{ category: 'compute' as const }, true],
    [{ category: 'storage' as const }, false],
    [{ kind: 'tax' as const }, false],
    [{ kind: 'usage' as const }, true],
  ])('%p: %p', (match, expected) => {
    expect(matchesCharge({ match, key, kind: 'usage' })).toBe(expected);
  });
});

describe('resourceNames', () => {
  it('knows what stands at the end of an ARN', () => {
    expect(resourceNames('arn:aws:rds:eu:1:db:Orders')).toEqual([
      'arn:aws:rds:eu:1:db:orders',
      'db:orders',
      'orders',
    ]);
    expect(resourceNames('arn:aws:s3:::logs')).toEqual([
      'arn:aws:s3:::logs',
      'logs',
    ]);
    expect(resourceNames(' vol-1 ')).toEqual(['vol-1']);
    expect(resourceNames('')).toEqual([]);
  });
});

describe('allocateListPrice', () => {
  it('shows what a cluster would cost, idle with its sign', () => {
    const use = { day: '2026-11-02', cluster: 'prod', node: 'n' };
    const costs = allocateListPrice({
      shares: [
        {
          ...use,
          owner: { kind: 'workload', labels: { app: 'cart' } },
          listPrice: '1.5',
        },
        {
          ...use,
          node: 'm',
          owner: { kind: 'workload', labels: { app: 'cart' } },
          listPrice: '1',
        },
        { ...use, owner: { kind: 'idle' }, listPrice: '-0.25' },
      ],
      mapping: [{ by: 'label', value: 'cart', entityRef: 'c:d/cart' }],
      currency: 'USD',
    });
    expect(
      costs.map(({ entityRef, pool, basis, amounts }) => [
        entityRef ?? pool,
        basis?.by,
        formatAmount(amounts.list),
        amounts.billed === amounts.list,
      ]),
    ).toEqual([
      ['c:d/cart', 'list-price', '2.50', true],
      ['idle', 'list-price', '-0.25', true],
    ]);
  });
});

describe('allocateListPrice of two currencies', () => {
  it('leaves each price in the currency of its cluster', () => {
    const use = {
      day: '2026-11-02',
      cluster: 'prod',
      node: 'n',
      owner: { kind: 'idle' },
    } as const;
    const costs = allocateListPrice({
      shares: [
        { ...use, listPrice: '1.5', currency: 'EUR' },
        { ...use, listPrice: '2' },
        { ...use, listPrice: '0.5', currency: 'EUR' },
      ],
      mapping: [],
      currency: 'USD',
    });
    expect(
      costs.map(({ currency, amounts }) => [
        currency,
        formatAmount(amounts.effective),
      ]),
    ).toEqual([
      ['EUR', '2.00'],
      ['USD', '2.00'],
    ]);
  });
});

describe('allocateListPrice of pods', () => {
  it('shows volumes and network beside the machine', () => {
    const costs = allocateListPrice({
      shares: [
        {
          day: '2026-11-02',
          cluster: 'prod',
          node: 'n',
          owner: { kind: 'workload', labels: { app: 'cart' } },
          listPrice: '1.5',
          storageListPrice: '0.25',
          networkListPrice: '0.125',
        },
      ],
      mapping: [{ by: 'label', value: 'cart', entityRef: 'c:d/cart' }],
      currency: 'USD',
    });
    expect(
      costs.map(({ entityRef, category, amounts }) => [
        entityRef,
        category,
        formatAmount(amounts.list),
      ]),
    ).toEqual([
      ['c:d/cart', 'compute', '1.50'],
      ['c:d/cart', 'storage', '0.25'],
      ['c:d/cart', 'network', '0.125'],
    ]);
  });
});

describe('conservationOf', () => {
  it('shows what is missing, by currency and metric', () => {
    const rows = conservationOf({
      lines: [lineOf(), lineOf({ currency: 'EUR', cost: '2' })],
      costs: [lineOf({ cost: '9.5' })],
    });
    expect(rows).toHaveLength(8);
    expect(rows[0]).toEqual({
      currency: 'EUR',
      metric: 'effective',
      bill: '2.00',
      allocated: '0.00',
      residue: '0.00',
      difference: '2.00',
    });
    expect(rows[4]).toEqual(
      expect.objectContaining({ currency: 'USD', difference: '0.50' }),
    );
  });
});
