import { createMockDirectory } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { type FocusRow, focusCsv } from '@plimsoll/plugin-cost-node/testUtils';
import { readContent } from './__testUtils__/readContent';

/** Costs as exporters write them, up to 15 digits after the point. */
const cost = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }),
    fc.constantFrom(0, 2, 9, 12, 15),
  )
  .map(([digits, places]) => {
    const size = digits < 0n ? -digits : digits;
    const text = String(size).padStart(places + 1, '0');
    const at = text.length - places;
    return `${digits < 0n ? '-' : ''}${text.slice(0, at)}.${text.slice(at)}`;
  });

/** In units of 10^-15. */
function exactly(text: string): bigint {
  const [, sign, whole, fraction] = /^(-?)(\d+)\.(\d*)$/.exec(text)!;
  const units = BigInt(`${whole}${fraction.padEnd(15, '0')}`);
  return sign ? -units : units;
}

const withPoint = (text: string) => (text.includes('.') ? text : `${text}.`);

/** To nano-units, halves upwards. */
function toNano(units: bigint): bigint {
  const shifted = units + 500_000n;
  const rest = ((shifted % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return (shifted - rest) / 1_000_000n;
}

const row = fc.record<FocusRow>({
  BilledCost: cost,
  EffectiveCost: cost,
  ContractedCost: cost,
  ListCost: cost,
  BillingCurrency: fc.constantFrom('USD', 'EUR'),
  BillingAccountId: fc.constantFrom('one', 'two'),
  ResourceId: fc.constantFrom('a', 'b', 'c', ''),
  ChargeCategory: fc.constantFrom('Usage', 'Tax', 'Credit', 'Nonsense'),
  ChargeClass: fc.constantFrom('Correction', ''),
  ChargePeriodStart: fc.constantFrom(
    '2026-10-05T10:00:00Z',
    '2026-10-06 10:00:00',
    '2026-10-06T00:30:00+02:00',
    'never',
  ),
  Tags: fc.constantFrom(
    '{"service": "cart"}',
    '{bad',
    'NULL',
    '{"service": true}',
  ),
});

describe('a bill', () => {
  const directory = createMockDirectory();

  it('is the sum of its lines, rounded once, whatever its rows are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 60 }),
        async rows => {
          const { lines, reading } = await readContent({
            directory,
            content: { 'bill.csv': focusCsv(rows) },
          });

          expect(reading.rows).toBe(rows.length);
          for (const currency of ['USD', 'EUR']) {
            for (const account of ['one', 'two']) {
              const exact = rows
                .filter(
                  one =>
                    one.BillingCurrency === currency &&
                    one.BillingAccountId === account,
                )
                .reduce((sum, one) => sum + exactly(one.EffectiveCost!), 0n);
              const summed = lines
                .filter(
                  line =>
                    line.currency === currency &&
                    line.key.billingAccount === account,
                )
                .reduce((sum, line) => sum + line.amounts.effective, 0n);
              expect(summed).toBe(toNano(exact));
              const told = (reading.exact ?? []).filter(
                total =>
                  total.currency === currency &&
                  total.billingAccount === account,
              );
              expect(
                told.reduce(
                  (sum, { effective }) => sum + exactly(withPoint(effective)),
                  0n,
                ),
              ).toBe(exact);
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
