import fc from 'fast-check';
import type { Saving, SavingKind } from '../api/responses';
import type { CostCategory } from '../bill/CostCategory';
import { formatAmount } from '../money/formatAmount';
import { parseAmount } from '../money/parseAmount';
import { orderSavings } from './orderSavings';
import type { SavableCost, SavingDraft } from './SavingDraft';

const CHECKOUT = 'component:default/checkout';
const numRuns = Number(process.env.COST_PROPERTY_RUNS ?? 2_000);

function draftOf(
  options: Partial<Omit<SavingDraft, 'base' | 'theoretical'>> & {
    base?: string;
    theoretical?: string;
    realisableAtMost?: bigint;
  },
): SavingDraft {
  const { base = '100', theoretical = '50', ...rest } = options;
  const kind = rest.kind ?? 'right-size';
  return {
    id: `${kind}-1`,
    entityRef: CHECKOUT,
    kind,
    title: kind,
    subject: { type: 'workload' },
    category: 'compute',
    evidence: [],
    risk: 'low',
    guard: { state: 'none' },
    ...rest,
    base: parseAmount(base),
    theoretical: parseAmount(theoretical),
  };
}

function ordered(drafts: SavingDraft[], monthly = '100') {
  return orderSavings({
    drafts,
    costs: [
      {
        entityRef: CHECKOUT,
        category: 'compute',
        monthly: parseAmount(monthly),
      },
      { entityRef: CHECKOUT, category: 'storage', monthly: parseAmount('20') },
    ],
    currency: 'USD',
  }).map(({ id, realisable, order }) => `${order} ${id} ${realisable}`);
}

describe('orderSavings', () => {
  it('applies size, then spot, then commitment, each to what is left', () => {
    expect(
      ordered([
        draftOf({ kind: 'commitment', theoretical: '30' }),
        draftOf({ kind: 'spot', theoretical: '50' }),
        draftOf({ kind: 'right-size', theoretical: '20' }),
      ]),
    ).toEqual([
      '1 right-size-1 20.00',
      // Half of 80, then 30 % of 40.
      '2 spot-1 40.00',
      '3 commitment-1 12.00',
    ]);
  });

  it('leaves other categories and other resources alone', () => {
    expect(
      ordered([
        draftOf({
          id: 'v1',
          kind: 'idle',
          category: 'storage',
          resourceId: 'v1',
          base: '8',
          theoretical: '8',
        }),
        draftOf({
          id: 'v2',
          kind: 'idle',
          category: 'storage',
          resourceId: 'v2',
          base: '6',
          theoretical: '6',
        }),
        draftOf({ kind: 'right-size', theoretical: '100' }),
      ]),
    ).toEqual(['1 v1 8.00', '2 v2 6.00', '3 right-size-1 100.00']);
  });

  it('counts two savings on one resource once', () => {
    const resource = {
      category: 'storage',
      resourceId: 'v1',
      base: '8',
    } as const;
    expect(
      ordered([
        draftOf({ ...resource, id: 'a', kind: 'idle', theoretical: '8' }),
        draftOf({
          ...resource,
          id: 'b',
          kind: 'storage-lifecycle',
          theoretical: '4',
        }),
      ]),
    ).toEqual(['1 a 8.00', '2 b 0.00']);
  });

  it('never takes more than can be cashed', () => {
    expect(ordered([draftOf({ realisableAtMost: 0n })])).toEqual([
      '1 right-size-1 0.00',
    ]);
  });

  it('never takes more than there is, whatever a saving claims', () => {
    expect(
      ordered([draftOf({ base: '7.20', theoretical: '371.85' })], '7.20'),
    ).toEqual(['1 right-size-1 7.20']);
    expect(ordered([draftOf({ base: '500', theoretical: '500' })])).toEqual([
      '1 right-size-1 100.00',
    ]);
    expect(ordered([draftOf({})], '-5')).toEqual(['1 right-size-1 0.00']);
  });

  it('puts what is held back last, where it takes nothing from the others', () => {
    expect(
      ordered([
        draftOf({
          kind: 'spot',
          theoretical: '90',
          guard: { state: 'held-back', reason: 'low-budget' },
        }),
        draftOf({ kind: 'commitment', theoretical: '30' }),
      ]),
    ).toEqual(['1 commitment-1 30.00', '2 spot-1 63.00']);
  });

  it('takes a saving of the organisation from what services leave', () => {
    const costs: SavableCost[] = ['a', 'b'].map(name => ({
      entityRef: name,
      category: 'compute',
      monthly: parseAmount('50'),
    }));
    const result = orderSavings({
      drafts: [
        draftOf({
          id: 'all',
          kind: 'spot',
          entityRef: undefined,
          base: '100',
          theoretical: '50',
        }),
        draftOf({
          id: 'a',
          kind: 'commitment',
          entityRef: 'a',
          base: '50',
          theoretical: '25',
        }),
      ],
      costs,
      currency: 'USD',
    });
    // half of the 75 that are left stand first
    expect(result.map(({ id, realisable }) => [id, realisable])).toEqual([
      ['all', '37.50'],
      ['a', '25.00'],
    ]);
  });

  it('does not let two containers of a service shrink each other', () => {
    const half = { base: '50', theoretical: '40' } as const;
    expect(
      ordered([
        draftOf({ ...half, id: 'a', part: 'a' }),
        draftOf({ ...half, id: 'b', part: 'b' }),
        // of the 10 that the first leaves of its container
        draftOf({
          ...half,
          id: 'c',
          part: 'b',
          kind: 'spot',
          theoretical: '25',
        }),
      ]),
    ).toEqual(['1 a 40.00', '2 b 40.00', '3 c 5.00']);
  });

  describe('commitments', () => {
    /** 100 of machines in each of two accounts, a service with 60 in each. */
    const twoAccounts = (...drafts: SavingDraft[]) =>
      orderSavings({
        drafts,
        costs: ['a', 'b', undefined].map(entityRef => ({
          ...(entityRef && { entityRef }),
          category: 'compute',
          monthly: parseAmount('120'),
        })),
        accounts: ['one', 'two'].map(subAccount => ({
          subAccount,
          monthly: parseAmount('100'),
        })),
        currency: 'USD',
      }).map(({ id, realisable }) => `${id} ${realisable}`);
    const commitment = (subAccount: string, entityRef?: string) =>
      draftOf({
        id: subAccount,
        kind: 'commitment',
        entityRef,
        subAccount,
        base: '80',
        theoretical: '24',
      });
    const inAccount = (subAccount: string, entityRef = 'a') =>
      draftOf({
        id: `size-${subAccount}`,
        entityRef,
        part: 'app',
        base: '60',
        theoretical: '50',
        accounts: [{ subAccount, monthly: parseAmount('100') }],
      });

    it('are not smaller for what is saved in another account', () => {
      expect(
        twoAccounts(commitment('one'), commitment('two'), inAccount('two')),
      ).toEqual(['size-two 50.00', 'one 24.00', 'two 12.00']);
      expect(twoAccounts(commitment('one'), commitment('two'))).toEqual([
        'one 24.00',
        'two 24.00',
      ]);
    });

    it('of one service are smaller for its own savings alone', () => {
      expect(
        twoAccounts(commitment('one', 'a'), inAccount('one', 'b')),
      ).toEqual(['size-one 50.00', 'one 24.00']);
      expect(
        twoAccounts(commitment('one', 'a'), inAccount('one', 'a')),
      ).toEqual(['size-one 50.00', 'one 12.00']);
    });

    it('are not smaller for what is held back', () => {
      expect(
        twoAccounts(commitment('one'), {
          ...inAccount('one'),
          guard: { state: 'held-back', reason: 'low-budget' },
        }),
      ).toEqual(['one 24.00', 'size-one 50.00']);
    });

    it('share a saving on machines of two accounts by what these cost', () => {
      const both = {
        ...inAccount('one'),
        accounts: [
          { subAccount: 'one', monthly: parseAmount('30') },
          { subAccount: 'two', monthly: parseAmount('20') },
        ],
      };
      expect(twoAccounts(commitment('one'), commitment('two'), both)).toEqual([
        'size-one 50.00',
        'one 16.80',
        'two 19.20',
      ]);
    });
  });

  const kinds: SavingKind[] = [
    'right-size',
    'idle',
    'spot',
    'commitment',
    'storage-lifecycle',
  ];
  const categories: CostCategory[] = ['compute', 'storage'];
  const money = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 13n });
  const refs = fc.constantFrom(undefined, 'a', 'b');
  const drafts = fc.uniqueArray(
    fc.record({
      id: fc.nat(1_000).map(String),
      entityRef: refs,
      kind: fc.constantFrom(...kinds),
      category: fc.constantFrom(...categories),
      resourceId: fc.constantFrom(undefined, 'r1', 'r2'),
      part: fc.constantFrom(undefined, 'c1', 'c2'),
      subAccount: fc.constantFrom(undefined, 'one', 'two'),
      accounts: fc.array(
        fc.record({
          subAccount: fc.constantFrom('one', 'two', 'three'),
          monthly: money,
        }),
        { maxLength: 2 },
      ),
      base: money,
      theoretical: money,
      realisableAtMost: fc.option(money, { nil: undefined }),
      isHeldBack: fc.boolean(),
    }),
    { maxLength: 12, selector: ({ id }) => id },
  );
  const costs = fc.array(
    fc.record({
      entityRef: refs,
      category: fc.constantFrom(...categories),
      monthly: money,
    }),
    { maxLength: 6 },
  );
  const accounts = fc.uniqueArray(
    fc.record({
      subAccount: fc.constantFrom('one', 'two'),
      monthly: money,
    }),
    { selector: ({ subAccount }) => subAccount },
  );
  const cases = fc.record({ drafts, costs, accounts }).map(options => ({
    costs: options.costs,
    accounts: options.accounts,
    drafts: options.drafts.map(
      ({ isHeldBack, ...draft }): SavingDraft => ({
        title: draft.id,
        subject: { type: 'workload' as const },
        evidence: [],
        risk: 'low',
        guard: isHeldBack
          ? { state: 'held-back', reason: 'low-budget' }
          : { state: 'none' },
        ...draft,
      }),
    ),
  }));

  it('is never above the cost, of no service and no category', () => {
    fc.assert(
      fc.property(cases, options => {
        const savings = orderSavings({ ...options, currency: 'USD' });
        const whole = sumOf(
          savings
            // what is held back is in no sum
            .filter(({ guard }) => guard.state !== 'held-back')
            .map(({ realisable }) => realisable),
        );
        // What a service is given back lowers its own cost, nobody else's.
        const most = new Map<string, bigint>();
        for (const { entityRef, category, monthly } of options.costs) {
          const key = `${entityRef} ${category}`;
          most.set(key, (most.get(key) ?? 0n) + monthly);
        }
        const positive = (values: Iterable<bigint>) =>
          [...values].reduce((sum, one) => sum + (one > 0n ? one : 0n), 0n);
        expect(whole <= positive(most.values())).toBe(true);
        for (const [key, cost] of most) {
          const own = options.drafts
            .filter(
              ({ entityRef, category }) =>
                entityRef !== undefined && `${entityRef} ${category}` === key,
            )
            .map(({ id }) => savings.find(saving => saving.id === id));
          const saved = sumOf(own.map(saving => saving?.realisable ?? '0'));
          expect(saved <= (cost > 0n ? cost : 0n)).toBe(true);
        }
        for (const { realisable, theoretical } of savings) {
          const value = parseAmount(realisable);
          expect(value >= 0n).toBe(true);
          expect(value <= parseAmount(theoretical ?? '0')).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  it('is never above what a resource, a container or an account costs', () => {
    fc.assert(
      fc.property(cases, options => {
        const savings = orderSavings({ ...options, currency: 'USD' });
        const values = new Map(
          savings.map(({ id, realisable }) => [id, parseAmount(realisable)]),
        );
        const sums = new Map<string, { most: bigint; sum: bigint }>();
        for (const draft of options.drafts) {
          const { id, entityRef, part, resourceId, subAccount, base } = draft;
          const name = part ?? resourceId;
          const account = options.accounts.find(
            one => one.subAccount === subAccount,
          );
          // a part is one thing, whichever account its drafts name
          const key = JSON.stringify([entityRef, name ?? { subAccount }]);
          const known = sums.get(key) ?? { most: 0n, sum: 0n };
          const most = name === undefined ? account?.monthly : base;
          if (most !== undefined && draft.guard.state !== 'held-back') {
            sums.set(key, {
              most: known.most > most ? known.most : most,
              sum: known.sum + values.get(id)!,
            });
          }
        }
        for (const { most, sum } of sums.values()) {
          expect(sum <= (most > 0n ? most : 0n)).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  it('gives a service the same figures whatever others cost and save', () => {
    fc.assert(
      fc.property(cases, cases, (own, others) => {
        const figuresOf = (all: typeof own) =>
          orderSavings({ ...all, currency: 'USD' })
            .filter(({ entityRef }) => entityRef === 'a')
            .map(({ order: _order, ...saving }) => saving);
        const ofService = {
          drafts: own.drafts.filter(({ entityRef }) => entityRef === 'a'),
          costs: own.costs.filter(({ entityRef }) => entityRef === 'a'),
          accounts: own.accounts,
        };
        const withOthers = {
          drafts: [
            ...others.drafts
              .filter(({ entityRef }) => entityRef !== 'a')
              .map(draft => ({ ...draft, id: `other-${draft.id}` })),
            ...ofService.drafts,
          ],
          costs: [
            ...others.costs.filter(({ entityRef }) => entityRef !== 'a'),
            ...ofService.costs,
          ],
          accounts: own.accounts,
        };
        expect(figuresOf(withOthers)).toEqual(figuresOf(ofService));
      }),
      { numRuns },
    );
  });

  it('gives a commitment the same whatever is saved in other accounts', () => {
    fc.assert(
      fc.property(money, money, money, (base, theoretical, elsewhere) => {
        const commitmentWith = (...others: SavingDraft[]) =>
          orderSavings({
            drafts: [
              {
                ...draftOf({
                  id: 'wanted',
                  kind: 'commitment',
                  entityRef: undefined,
                  subAccount: 'one',
                }),
                base,
                theoretical,
              },
              ...others,
            ],
            // the bill has both accounts in it
            costs: [
              { category: 'compute', monthly: base > 0n ? base : 0n },
              {
                entityRef: 'a',
                category: 'compute',
                monthly: elsewhere > 0n ? elsewhere : 0n,
              },
            ],
            currency: 'USD',
          }).find(({ id }) => id === 'wanted')?.realisable;
        const other = {
          ...draftOf({
            entityRef: 'a',
            accounts: [{ subAccount: 'two', monthly: elsewhere }],
          }),
          base: elsewhere,
          theoretical: elsewhere,
        };
        expect(commitmentWith(other)).toBe(commitmentWith());
      }),
      { numRuns },
    );
  });

  it('gives the same whatever the order of what it is given', () => {
    fc.assert(
      fc.property(cases, options => {
        const mixed = {
          drafts: [...options.drafts].reverse(),
          costs: [...options.costs].reverse(),
          accounts: [...options.accounts].reverse(),
        };
        expect(orderSavings({ ...mixed, currency: 'USD' })).toEqual(
          orderSavings({ ...options, currency: 'USD' }),
        );
      }),
      { numRuns },
    );
  });

  it('numbers them from 1 without gaps', () => {
    fc.assert(
      fc.property(cases, options => {
        const savings: Saving[] = orderSavings({ ...options, currency: 'USD' });
        expect(savings.map(({ order }) => order)).toEqual(
          savings.map((_, index) => index + 1),
        );
      }),
      { numRuns: 200 },
    );
  });

  function sumOf(amounts: readonly string[]): bigint {
    const sum = amounts.reduce((all, text) => all + parseAmount(text), 0n);
    return parseAmount(formatAmount(sum));
  }
});
