import { dataQuality } from '../__fixtures__/quality';
import { brokenOf, conservationRows } from './conservationRows';

describe('the rows of "Does it add up?"', () => {
  const [month] = dataQuality.conservation;
  const [invoice] = dataQuality.invoices;

  it('are one for a month of one invoice, with its parts', () => {
    const rows = conservationRows({
      conservation: [month],
      invoices: [invoice],
      metric: 'billed',
    });
    expect(rows).toMatchObject([
      {
        month: '2026-11-01',
        bill: '6780.14',
        invoice: { source: 'bill', billingAccount: '111' },
        parts: { allocated: '6780.14', difference: '0.00' },
      },
    ]);
  });

  it('are the month and then its invoices where there are several', () => {
    const other = {
      ...invoice,
      billingAccount: '222',
      ofOtherMonths: {
        billed: '-12.60',
        effective: '0.00',
        contracted: '0.00',
        list: '0.00',
      },
    };
    const euro = { ...invoice, currency: 'EUR' };
    const rowsOf = (metric: 'billed' | 'effective') =>
      conservationRows({
        conservation: [month, { ...month, metric: 'effective' }],
        invoices: [invoice, other, euro],
        metric,
      });
    expect(
      rowsOf('billed').map(row => [
        row.invoice?.billingAccount,
        row.parts?.difference,
        row.ofOtherMonths,
      ]),
    ).toEqual([
      [undefined, '0.00', undefined],
      ['111', undefined, undefined],
      ['222', undefined, '-12.60'],
    ]);
    expect(rowsOf('effective')[2].ofOtherMonths).toBeUndefined();
  });

  it('are the month alone where no invoice is known', () => {
    expect(
      conservationRows({
        conservation: [month],
        invoices: [],
        metric: 'billed',
      }),
    ).toMatchObject([{ invoices: 0, bill: '6780.14' }]);
  });

  it('know what is broken in any metric', () => {
    const broken = { ...month, metric: 'list' as const, difference: '-0.01' };
    expect(brokenOf([month, broken])).toEqual([broken]);
  });
});
