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
      restated: {
        billingMonth: '2026-10-01',
        at: '2026-11-04T03:10:00.000Z',
      },
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
      restated: undefined,
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

  it('says that the month was not restated', () => {
    expect(entries({ restated: undefined })).toContain('November not restated');
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
