import type { CostProof } from '@plimsoll/plugin-cost-common';
import { checkoutProof } from '../__fixtures__/checkoutCost';
import { NOW } from '../__fixtures__/checkoutEntity';
import { voice } from '../__testUtils__/voice';
import { proofEntries } from './proofEntries';

describe('what figures stand on', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date(NOW) }));
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const entries = (changes: Partial<CostProof> = {}) =>
    proofEntries({ proof: { ...checkoutProof, ...changes }, ...voice() }).map(
      ({ label, value }) => [label, value].filter(Boolean).join(' '),
    );

  it('is told in the order of the picture', () => {
    expect(entries()).toEqual([
      'Complete to 17 Nov',
      'Next part due 20 Nov',
      'Matched to the bill 99.1%',
      'Unallocated 0.9%, $61.02',
      'October restated \u2212$3.18',
      'Effective cost, USD',
      'FOCUS 1.2, split by OpenCost',
    ]);
  });

  it('leaves out what the reader may not know', () => {
    const told = entries({
      unallocated: { ratio: 0.009 },
      restated: [
        {
          billingMonth: '2026-10-01',
          at: '2026-11-04T03:10:00.000Z',
          sources: ['bill'],
        },
      ],
    });
    expect(told).toContain('Unallocated 0.9%');
    expect(told).toContain('October restated 4 Nov');
    expect(told.join()).not.toContain('$');
    expect(entries({ unallocated: undefined }).join()).not.toContain(
      'Unallocated',
    );
  });

  it('has words for what is not known', () => {
    const told = entries({
      completeTo: undefined,
      dueOn: undefined,
      matchedRatio: undefined,
      restated: [],
      splitBy: undefined,
      sources: [],
    });
    expect(told).toEqual([
      'No complete day yet',
      'Matched to the bill cannot tell',
      'Unallocated 0.9%, $61.02',
      'Not restated',
      'Effective cost, USD',
    ]);
  });

  it('says that no month was restated that is drawn', () => {
    expect(entries({ restated: [] })).toContain('November not restated');
    const since = (day: string) =>
      proofEntries({ proof: checkoutProof, since: day, ...voice() }).find(
        ({ id }) => id.startsWith('restated'),
      );
    expect(since('2026-11-01')?.label).toBe('November not restated');
    expect(since('2026-10-20')).toMatchObject({
      label: 'October restated',
      value: '\u2212$3.18',
    });
    const none = { ...checkoutProof, restated: [] };
    expect(
      proofEntries({ proof: none, since: '2026-09-30', ...voice() }).map(
        ({ label }) => label,
      ),
    ).toContain('September to November not restated');
  });

  it('names each month that was restated, and which bill where there are several', () => {
    const [october] = checkoutProof.restated;
    const [bill] = checkoutProof.sources;
    const months = ['2026-11', '2026-10', '2026-09', '2026-08', '2026-07'];
    const told = entries({
      restated: months.map(month => ({
        ...october,
        billingMonth: `${month}-01`,
        sources: ['hand'],
      })),
      sources: [bill, { ...bill, name: 'hand' }],
    });
    expect(told.filter(text => text.includes('restated'))).toEqual([
      'November restated \u2212$3.18 (hand)',
      'October restated \u2212$3.18 (hand)',
      'September restated \u2212$3.18 (hand)',
      '2 more months restated',
    ]);
  });

  it('names the list price, and currencies that are not added', () => {
    const told = entries({
      basis: 'list-price',
      metric: 'list',
      otherCurrencies: ['EUR', 'PLN'],
    });
    expect(told).toContain('List price, there is no bill');
    expect(told).toContain('List cost, USD');
    expect(told).toContain('Not added: EUR, PLN');
    expect(told.join()).not.toContain('Matched');
  });
});
