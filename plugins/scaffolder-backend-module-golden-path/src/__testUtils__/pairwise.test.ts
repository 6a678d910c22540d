import fc from 'fast-check';
import { pairwise } from './pairwise';

describe('pairwise', () => {
  const choices = fc
    .array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 7 })
    .map(sizes =>
      Object.fromEntries(
        sizes.map((size, index) => [
          `c${index}`,
          Array.from({ length: size }, (_, value) => `v${value}`),
        ]),
      ),
    );

  it('lets every value meet every value of every other choice', () => {
    fc.assert(
      fc.property(choices, all => {
        const rows = pairwise(all);
        const names = Object.keys(all);
        for (const a of names) {
          for (const b of names.filter(name => name > a)) {
            for (const valueA of all[a]) {
              for (const valueB of all[b]) {
                expect(
                  rows.some(row => row[a] === valueA && row[b] === valueB),
                ).toBe(true);
              }
            }
          }
        }
      }),
    );
  });

  it('needs no more rows than there are combinations, and chooses what is there', () => {
    fc.assert(
      fc.property(choices, all => {
        const rows = pairwise(all);
        const product = Object.values(all).reduce(
          (total, values) => total * values.length,
          1,
        );
        expect(rows.length).toBeLessThanOrEqual(product);
        for (const row of rows) {
          for (const [name, value] of Object.entries(row)) {
            expect(all[name]).toContain(value);
          }
        }
        expect(pairwise(all)).toEqual(rows);
      }),
    );
  });

  it('needs few rows for many choices', () => {
    const three = ['a', 'b', 'c'];
    const rows = pairwise({ a: three, b: three, c: three, d: three });
    // 81 combinations; 9 is the least there can be
    expect(rows.length).toBeLessThanOrEqual(15);
  });
});
