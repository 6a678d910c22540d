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

  it('takes a saving of the organisation from all services', () => {
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
          theoretical: '50',
        }),
      ],
      costs,
      currency: 'USD',
    });
    expect(result.map(({ realisable }) => realisable)).toEqual([
      '50.00',
      '25.00',
    ]);
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
  const cases = fc.record({ drafts, costs }).map(options => ({
    costs: options.costs,
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
        const whole = sumOf(savings.map(({ realisable }) => realisable));
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
          expect(value >= 0n && value <= parseAmount(theoretical)).toBe(true);
        }
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
